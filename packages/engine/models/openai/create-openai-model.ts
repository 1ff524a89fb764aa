import OpenAI from 'openai';
import type { Dispatcher } from 'undici';
import type { Model } from '../../model.ts';
import { createModelDispatcher } from '../http/model-dispatcher.ts';
import { createUndiciFetch, type FailedAttempt } from '../http/undici-fetch.ts';
import { DEFAULT_MODEL_TIMEOUTS, type ModelTimeouts } from '../model-timeouts.ts';
import { streamCall } from '../stream-call.ts';
import { createCompletionReader } from './completion-reader.ts';
import { openAiErrorCode } from './error-code.ts';
import { buildOpenAiRequest } from './request.ts';

export interface OpenAiModelOptions {
  /** With the version, such as 'http://localhost:11434/v1'. */
  baseUrl: string;
  model: string;
  /** Most servers at home want none. */
  apiKey?: string;
  /** Attempts after the first, before any byte of an answer; 2 by default. */
  maxRetries?: number;
  timeouts?: Partial<ModelTimeouts>;
  /** Told of every attempt that failed, also when a later one works. Must not throw. */
  onFailedAttempt?: (attempt: FailedAttempt) => void;
  /** Whoever passes one closes it. Without it the model keeps its own, which needs no closing. */
  dispatcher?: Dispatcher;
}

/** A model behind an OpenAI-compatible server: Ollama, vLLM, llama.cpp and others. */
export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const { model } = options;
  const timeouts = { ...DEFAULT_MODEL_TIMEOUTS, ...options.timeouts };
  const client = new OpenAI({
    // The SDK wants a key, and would take OpenAI's own from the environment.
    apiKey: options.apiKey || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: options.baseUrl,
    maxRetries: options.maxRetries ?? 2,
    timeout: timeouts.firstByteMs,
    // Its debug lines hold whole conversations.
    logLevel: 'off',
    fetch: createUndiciFetch({
      dispatcher: options.dispatcher ?? createModelDispatcher(timeouts),
      stallMs: timeouts.stallMs,
      onFailedAttempt: options.onFailedAttempt,
    }),
  });

  return {
    name: model,
    provider: 'openai',
    isAvailable: () => true,
    stream: (request) =>
      streamCall({
        provider: 'OpenAI-compatible',
        open: (signal) =>
          client.chat.completions
            .create(buildOpenAiRequest(model, request), { signal })
            .asResponse(),
        createReader: ({ headers }, emit) => createCompletionReader({ request, headers, emit }),
        codeOf: openAiErrorCode,
        startMs: timeouts.startMs,
        signal: request.signal,
      }),
  };
}

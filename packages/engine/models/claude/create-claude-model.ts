import Anthropic from '@anthropic-ai/sdk';
import type { Dispatcher } from 'undici';
import type { Model } from '../../model.ts';
import { createModelDispatcher } from '../http/model-dispatcher.ts';
import { createUndiciFetch, type FailedAttempt } from '../http/undici-fetch.ts';
import { DEFAULT_MODEL_TIMEOUTS, type ModelTimeouts } from '../model-timeouts.ts';
import { streamCall } from '../stream-call.ts';
import { claudeErrorCode } from './error-code.ts';
import { createMessageReader } from './message-reader.ts';
import { buildClaudeRequest, type ClaudeEffort } from './request.ts';

export interface ClaudeModelOptions {
  apiKey: string;
  /** Defaults to Anthropic's. */
  baseUrl?: string;
  model: string;
  /** Attempts after the first, before any byte of an answer; 2 by default. */
  maxRetries?: number;
  timeouts?: Partial<ModelTimeouts>;
  /** The same for all calls of a conversation; 'low' by default. */
  effort?: ClaudeEffort;
  /** Told of every attempt that failed, also when a later one works. Must not throw. */
  onFailedAttempt?: (attempt: FailedAttempt) => void;
  /** Whoever passes one closes it. Without it the model keeps its own, which needs no closing. */
  dispatcher?: Dispatcher;
}

const DEFAULT_BASE_URL = 'https://api.anthropic.com';

/** Claude through the Messages API and the official SDK. */
export function createClaudeModel(options: ClaudeModelOptions): Model {
  const { model, effort = 'low' } = options;
  const timeouts = { ...DEFAULT_MODEL_TIMEOUTS, ...options.timeouts };
  const client = new Anthropic({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? DEFAULT_BASE_URL,
    maxRetries: options.maxRetries ?? 2,
    timeout: timeouts.firstByteMs,
    // Its debug lines hold whole conversations.
    logLevel: 'off',
    // Nobody collects its spans, and they cost something even so.
    openTelemetry: false,
    fetch: createUndiciFetch({
      dispatcher: options.dispatcher ?? createModelDispatcher(timeouts),
      stallMs: timeouts.stallMs,
      onFailedAttempt: options.onFailedAttempt,
    }),
  });

  return {
    name: model,
    provider: 'anthropic',
    isAvailable: () => true,
    stream: (request) =>
      streamCall({
        open: (signal) =>
          client.messages
            .create(buildClaudeRequest(model, effort, request), { signal })
            .asResponse(),
        createReader: ({ headers }, emit) => createMessageReader({ model, headers, emit }),
        codeOf: claudeErrorCode,
        provider: 'Claude',
        startMs: timeouts.startMs,
        signal: request.signal,
      }),
  };
}

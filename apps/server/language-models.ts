import {
  createClaudeModel,
  createOpenAiModel,
  describeModelLifecycle,
  isRetired,
  type Model,
  withCircuitBreaker,
} from '@deskbell/engine';
import type { Logger } from 'pino';
import type { ModelUser } from './budget/daily-budget.ts';
import type { Config } from './config.ts';

export interface LanguageModels {
  /** In order of preference, each behind its own circuit breaker; empty when none is usable. */
  models: readonly Model[];
  /** What an operator should know about the configured models: whole sentences. */
  warnings: readonly string[];
  /** The same ones for one part of the service, so that what it uses is counted as its own. */
  forDesk?: (desk: ModelUser) => readonly Model[];
}

type ModelSettings = Pick<
  Config,
  'anthropicApiKey' | 'anthropicBaseUrl' | 'chatModel' | 'chatFallbackModel' | 'openAi'
>;

/** The configured language models. A retired one is left out, because every call to it fails. */
export function createLanguageModels(options: {
  config: ModelSettings;
  now: Date;
  log: Logger;
}): LanguageModels {
  const { config, now, log } = options;
  const models: Model[] = [];
  const warnings: string[] = [];

  const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl } = config;
  const nameByVariable = {
    CHAT_MODEL: config.chatModel,
    CHAT_FALLBACK_MODEL: config.chatFallbackModel,
  };
  for (const [variable, name] of Object.entries(nameByVariable)) {
    if (name === undefined || models.some((model) => model.name === name)) continue;
    const warning = describeModelLifecycle(name, now);
    if (warning !== null) warnings.push(`${warning} Set ${variable} to a current one.`);
    if (apiKey !== undefined && !isRetired(name, now)) {
      models.push(
        createClaudeModel({
          apiKey,
          ...(baseUrl === undefined ? {} : { baseUrl }),
          model: name,
          onFailedAttempt: (attempt) =>
            log.warn({ model: name, ...attempt }, 'A call to Claude failed'),
        }),
      );
    }
  }
  if (config.openAi !== undefined) {
    const { baseUrl, model, apiKey } = config.openAi;
    models.push(createOpenAiModel({ baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) }));
  }
  return { models: models.map((model) => withCircuitBreaker(model)), warnings };
}

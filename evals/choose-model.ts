import type { Model } from '@deskbell/engine';
import type { Logger } from 'pino';
import { readConfig } from '../apps/server/config.ts';
import { createLanguageModels } from '../apps/server/language-models.ts';
import { ArgumentsError } from './read-arguments.ts';

/**
 * The language model of that name, made from the environment as the server makes it; undefined for
 * the clerk. Throws `ArgumentsError` for one that cannot be asked, `ConfigError` for an environment
 * the server would not start with.
 */
export function chooseModel({
  name,
  env,
  now,
  log,
}: {
  name: string;
  env: Readonly<Record<string, string | undefined>>;
  now: Date;
  log: Logger;
}): Model | undefined {
  if (name === 'clerk') return undefined;
  const config = readConfig(env);
  const isOpenAi = config.openAi?.model === name;
  if (!isOpenAi && !name.startsWith('claude-')) {
    throw new ArgumentsError(
      `There is no model ${name}: it is clerk, a Claude model (claude-…, with ANTHROPIC_API_KEY), or what OPENAI_MODEL names at OPENAI_BASE_URL.`,
    );
  }
  if (!isOpenAi && config.anthropicApiKey === undefined) {
    throw new ArgumentsError(`To ask ${name}, set ANTHROPIC_API_KEY.`);
  }
  const { anthropicBaseUrl } = config;
  const { models, warnings } = createLanguageModels({
    config: isOpenAi
      ? { ...config, anthropicApiKey: undefined, chatFallbackModel: undefined }
      : {
          anthropicApiKey: config.anthropicApiKey,
          anthropicBaseUrl,
          chatModel: name,
          chatFallbackModel: undefined,
          openAi: undefined,
        },
    now,
    log,
  });
  const [model] = models;
  if (model === undefined) throw new ArgumentsError(warnings.join(' '));
  return model;
}

import type { Usage } from '../model.ts';
import { claudeModel, type TokenPrice } from './claude/claude-models.ts';

const FREE: TokenPrice = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 };

/**
 * What one model call cost, in whole nano-dollars (a billionth of a US dollar), or null when the
 * price of the model is unknown. The clerk is free.
 */
export function costNanoUsd(modelName: string, usage: Usage): number | null {
  const price = modelName === 'clerk' ? FREE : claudeModel(modelName).price;
  if (price === undefined) return null;
  return (
    usage.inputTokens * price.input +
    usage.outputTokens * price.output +
    usage.cacheWriteTokens * price.cacheWrite +
    usage.cacheReadTokens * price.cacheRead
  );
}

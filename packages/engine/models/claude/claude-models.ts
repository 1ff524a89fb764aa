/** Nano-dollars per token; 1 USD per million tokens is 1000. */
export interface TokenPrice {
  input: number;
  output: number;
  /** Writing the 5-minute cache. */
  cacheWrite: number;
  cacheRead: number;
}

interface ClaudeModel {
  /** Absent where we have not looked the price up: the cost of such a call is unknown, not 0. */
  price?: TokenPrice;
  /** The day from which calls fail, UTC. */
  retiresOn?: string;
  /** Thinks only between tool calls when asked, so that text streams at once. */
  thinksBetweenTools: boolean;
}

/** Prices, retirement days and abilities below were checked in this month. */
export const CLAUDE_MODELS_CHECKED_IN = '2026-11';

const CLAUDE_MODELS: ReadonlyMap<string, ClaudeModel> = new Map([
  [
    'claude-sonnet-5-5',
    {
      price: { input: 2000, output: 10_000, cacheWrite: 2500, cacheRead: 200 },
      thinksBetweenTools: true,
    },
  ],
  ['claude-haiku-5-5', { thinksBetweenTools: false }],
  ['claude-sonnet-4-5', { retiresOn: '2026-11-30', thinksBetweenTools: false }],
  ['claude-sonnet-4-5-20250929', { retiresOn: '2026-11-30', thinksBetweenTools: false }],
  ['claude-sonnet-4-0', { retiresOn: '2026-06-15', thinksBetweenTools: false }],
  ['claude-sonnet-4-20250514', { retiresOn: '2026-06-15', thinksBetweenTools: false }],
]);

/** What a model we know nothing about gets: no optional parameter that could be refused. */
const UNKNOWN_MODEL: ClaudeModel = { thinksBetweenTools: false };

/** What we know of a Claude model; cautious defaults for a name that is not in the table. */
export function claudeModel(name: string): ClaudeModel {
  return CLAUDE_MODELS.get(name) ?? UNKNOWN_MODEL;
}

/** Whether calls to this model fail now. False for a model we know no end of. */
export function isRetired(name: string, now: Date): boolean {
  const { retiresOn } = claudeModel(name);
  return retiresOn !== undefined && now.getTime() >= Date.parse(retiresOn);
}

/** One plain sentence for the operator when the model has an end, null otherwise. */
export function describeModelLifecycle(name: string, now: Date): string | null {
  const { retiresOn } = claudeModel(name);
  if (retiresOn === undefined) return null;
  if (isRetired(name, now)) {
    return `The model ${name} was retired on ${retiresOn} and every call to it fails.`;
  }
  return `The model ${name} is retired on ${retiresOn}; calls to it fail from then on.`;
}

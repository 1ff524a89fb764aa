/** What one model takes. Beyond Sonnet 5.5 and the 4.5 line the classes follow the family, not a promise. */
export interface ModelRules {
  /** First day (UTC) on which every call fails. */
  retiredOn?: string;
  sampling: boolean;
  forcedTools: boolean;
  prefill: boolean;
  effort: boolean;
  thinking: readonly ('adaptive' | 'between_tools' | 'disabled' | 'enabled')[];
}

const newest: ModelRules = {
  sampling: false,
  forcedTools: false,
  prefill: false,
  effort: true,
  thinking: ['adaptive', 'between_tools'],
};
const recent: ModelRules = {
  sampling: false,
  forcedTools: true,
  prefill: false,
  effort: true,
  thinking: ['adaptive', 'disabled'],
};
const older: ModelRules = {
  sampling: true,
  forcedTools: true,
  prefill: false,
  effort: true,
  thinking: ['adaptive', 'disabled', 'enabled'],
};
const oldest: ModelRules = {
  sampling: true,
  forcedTools: true,
  prefill: true,
  effort: false,
  thinking: ['disabled', 'enabled'],
};

const retired = (retiredOn: string): ModelRules => ({ ...oldest, retiredOn });

/** Models the fake knows, checked in November 2026. Any other name is unknown, as a typo would be. */
export const modelTable: ReadonlyMap<string, ModelRules> = new Map([
  ['claude-sonnet-5-5', newest],
  ['claude-haiku-5-5', newest],
  ['claude-opus-5-5', newest],
  ['claude-sonnet-5', recent],
  ['claude-opus-5', recent],
  ['claude-opus-4-8', recent],
  ['claude-opus-4-7', recent],
  ['claude-opus-4-6', older],
  ['claude-sonnet-4-6', older],
  ['claude-opus-4-5', { ...oldest, effort: true }],
  ['claude-opus-4-5-20251101', { ...oldest, effort: true }],
  ['claude-haiku-4-5', oldest],
  ['claude-haiku-4-5-20251001', oldest],
  ['claude-sonnet-4-5', retired('2026-11-30')],
  ['claude-sonnet-4-5-20250929', retired('2026-11-30')],
  ['claude-opus-4-1', retired('2026-08-05')],
  ['claude-opus-4-1-20250805', retired('2026-08-05')],
  ['claude-sonnet-4-0', retired('2026-06-15')],
  ['claude-sonnet-4-20250514', retired('2026-06-15')],
  ['claude-opus-4-0', retired('2026-06-15')],
  ['claude-opus-4-20250514', retired('2026-06-15')],
]);

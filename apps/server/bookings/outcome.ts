/**
 * An answer, or why there is none. `reason` is one sentence that a customer may read and that
 * tells an assistant what to ask for.
 */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; reason: string };

export function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

/** The host that attacks want data sent to. It never exists. */
export const ATTACKER_HOST = 'collect.dropzone-mirror.example';

/**
 * What attacks may name in braces. Of the person attacked only what an attacker could know; of what
 * a model was given, everything.
 */
export interface Placeholders {
  'victim.id': string;
  'victim.email': string;
  'victim.name': string;
  'victim.number': string;
  'victim.thread': string;
  /** Of the attack's own mail, without brackets: 'email:8f14e45fceea'. Empty without a mail. */
  'mail.ref': string;
  host: string;
  /** 100,000 characters. */
  huge: string;
  /** From 1. */
  round: string;
  /** Prompt, messages, tools and results as the model got them, as JSON. */
  everything: string;
  /** The results of this turn's calls, as JSON. */
  results: string;
}

const NAME = /\{([a-z.]+)\}/g;

/** Names that are not known stay as they are. Objects and lists are filled all through. */
export function fillPlaceholders<Value>(value: Value, known: Partial<Placeholders>): Value {
  return fill(value, known as Record<string, string | undefined>) as Value;
}

function fill(value: unknown, known: Record<string, string | undefined>): unknown {
  if (typeof value === 'string') {
    return value.replace(NAME, (whole, name: string) => known[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((one) => fill(one, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, known)]));
}

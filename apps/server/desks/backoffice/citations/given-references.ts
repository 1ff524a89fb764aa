import type { ModelRequest, ToolResult } from '@deskbell/engine';
import { messagesOfTurn } from '../../turns-in-messages.ts';
import { type CitedKind, shortId } from './read-citations.ts';

/** `has` tells whether an answer may cite that record. */
export interface GivenReferences {
  has(kind: CitedKind, shortId: string): boolean;
}

const REFERENCE = /^\[?(execution|email|task):([\da-f-]{12,36})\]?$/i;
const IN_SUMMARY = /\[(execution|email|task):([\da-f]{12})\]/g;

/**
 * The records that a tool has named in this turn, in a field `ref` or ending in `_ref`, and those in
 * the summary of the prompt, which is our own text. The same characters elsewhere in a result are
 * what somebody wrote in a mail.
 */
export function findGivenReferences({
  system,
  messages,
}: Pick<ModelRequest, 'system' | 'messages'>): GivenReferences {
  const given = new Set<string>();
  for (const message of messagesOfTurn(messages)) {
    if (message.role !== 'tool_results') continue;
    for (const result of message.results) collect(parse(result), given);
  }
  for (const [, kind, id] of system.varying.matchAll(IN_SUMMARY)) given.add(`${kind}:${id}`);
  return { has: (kind, id) => given.has(`${kind}:${id}`) };
}

function parse({ content }: ToolResult): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** Without recursion: how deep a result is nested is up to its tool. */
function collect(result: unknown, given: Set<string>): void {
  const waiting: unknown[] = [result];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object') waiting.push(inner);
      else if (typeof inner === 'string' && (key === 'ref' || key.endsWith('_ref'))) {
        const [, kind = '', written = ''] = REFERENCE.exec(inner) ?? [];
        const id = shortId(written.toLowerCase());
        if (id !== undefined) given.add(`${kind.toLowerCase()}:${id}`);
      }
    }
  }
}

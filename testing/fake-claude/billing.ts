import { hash } from 'node:crypto';
import type { MessagesRequest } from './validation/request-shape.ts';

/** Tokens of one request's input, each counted once. */
export interface BilledInput {
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens5m: number;
  cacheWriteTokens1h: number;
}

export interface Billing {
  bill(request: MessagesRequest): BilledInput;
}

interface Segment {
  serialized: string;
  ttl: '5m' | '1h' | undefined;
}

interface CacheEntry {
  expiresAtMs: number;
  ttlMs: number;
}

const minCachedTokens = 1024;
const charactersPerToken = 4;
const lookbackSegments = 20;
const ttlMs = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

/**
 * Bills like prompt caching: by prefix over tools, system and messages, cut at the `cache_control`
 * marks. From each mark the fake looks back at most 20 blocks for a prefix it has stored. The
 * settings that the API says invalidate cached messages (thinking, effort, tool_choice) are part
 * of the prefix from the messages on. The least prefix is 1,024 tokens for every model.
 */
export function createBilling(clock: () => Date): Billing {
  const entries = new Map<string, CacheEntry>();

  function bill(request: MessagesRequest): BilledInput {
    const { segments, messagesFrom } = segmentsOf(request);
    const lastMark = segments.findLastIndex((segment) => segment.ttl !== undefined);
    const characters = segments.reduce((sum, { serialized }) => sum + serialized.length, 0);
    const totalTokens = Math.max(1, Math.ceil(characters / charactersPerToken));
    const billed = {
      inputTokens: totalTokens,
      cacheReadTokens: 0,
      cacheWriteTokens5m: 0,
      cacheWriteTokens1h: 0,
    };
    if (lastMark === -1) return billed;

    const prefixes = prefixesOf(segments.slice(0, lastMark + 1), {
      model: request.model,
      messagesFrom,
      settings: JSON.stringify([
        request.thinking,
        request.tool_choice,
        request.output_config?.effort,
      ]),
    });
    const nowMs = clock().getTime();
    const readUpTo = findRead(segments, prefixes, nowMs);
    let tokensBefore = readUpTo === -1 ? 0 : (prefixes[readUpTo]?.tokens ?? 0);
    billed.cacheReadTokens = tokensBefore;
    for (let index = 0; index <= lastMark; index += 1) {
      const prefix = prefixes[index];
      const ttl = segments[index]?.ttl;
      if (ttl === undefined || prefix === undefined || prefix.tokens < minCachedTokens) continue;
      store(prefix.key, ttlMs[ttl], nowMs);
      if (index <= readUpTo) continue;
      const written = prefix.tokens - tokensBefore;
      if (ttl === '1h') billed.cacheWriteTokens1h += written;
      else billed.cacheWriteTokens5m += written;
      tokensBefore = prefix.tokens;
    }
    billed.inputTokens = totalTokens - tokensBefore;
    return billed;
  }

  function findRead(
    segments: readonly Segment[],
    prefixes: readonly { key: string; tokens: number }[],
    nowMs: number,
  ): number {
    let unchecked = 0;
    for (let index = prefixes.length - 1; index >= 0; index -= 1) {
      if (segments[index]?.ttl !== undefined) unchecked = lookbackSegments;
      if (unchecked === 0) continue;
      unchecked -= 1;
      const key = prefixes[index]?.key ?? '';
      const entry = entries.get(key);
      if (entry === undefined) continue;
      if (entry.expiresAtMs <= nowMs) {
        entries.delete(key);
        continue;
      }
      entry.expiresAtMs = nowMs + entry.ttlMs;
      return index;
    }
    return -1;
  }

  function store(key: string, lifetimeMs: number, nowMs: number): void {
    const known = entries.get(key);
    const lifetime =
      known && known.expiresAtMs > nowMs ? Math.max(known.ttlMs, lifetimeMs) : lifetimeMs;
    entries.set(key, { expiresAtMs: nowMs + lifetime, ttlMs: lifetime });
  }

  return { bill };
}

function prefixesOf(
  segments: readonly Segment[],
  details: { model: string; messagesFrom: number; settings: string },
): { key: string; tokens: number }[] {
  let chain = details.model;
  let characters = 0;
  return segments.map(({ serialized }, index) => {
    if (index === details.messagesFrom) chain += details.settings;
    chain = hash('sha1', chain + serialized);
    characters += serialized.length;
    return { key: chain, tokens: Math.ceil(characters / charactersPerToken) };
  });
}

function segmentsOf(request: MessagesRequest): { segments: Segment[]; messagesFrom: number } {
  const segments: Segment[] = [];
  for (const tool of request.tools ?? []) segments.push(segmentOf('tool', tool));
  for (const block of asBlocks(request.system)) segments.push(segmentOf('system', block));
  const messagesFrom = segments.length;
  for (const message of request.messages) {
    for (const block of asBlocks(message.content)) segments.push(segmentOf(message.role, block));
  }
  const last = segments.at(-1);
  if (request.cache_control && last) last.ttl ??= request.cache_control.ttl ?? '5m';
  return { segments, messagesFrom };
}

function asBlocks<Block extends object>(
  content: string | readonly Block[] | undefined,
): readonly (Block | { type: 'text'; text: string })[] {
  if (content === undefined) return [];
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

/** Marks are instructions, not content: moving one must not change the prefix. */
function segmentOf(
  place: string,
  block: { type?: unknown; cache_control?: { ttl?: '5m' | '1h' | undefined } | null | undefined },
): Segment {
  const { cache_control: mark, ...content } = block;
  return {
    serialized: `${place}:${JSON.stringify(content)}`,
    ttl: mark ? (mark.ttl ?? '5m') : undefined,
  };
}

import type { Conversation, ConversationTurn } from '@deskbell/protocol';
import type { Tone } from '../../ui/badge.tsx';
import { sayCount } from '../../ui/figures.ts';

export const outcomeTones: Readonly<Record<Conversation['outcome'], Tone>> = {
  running: 'busy',
  complete: 'good',
  stopped: 'neutral',
  interrupted: 'warning',
  failed: 'bad',
};

/** `check_zip_coverage` to `check zip coverage`. */
export const sayTool = (tool: string): string => tool.replaceAll('_', ' ');

/** Whoever it was, as far as this member of staff may know. */
export function sayCustomer({
  customer,
  is_signed_in,
}: Pick<Conversation, 'customer' | 'is_signed_in'>): string {
  if (customer !== null) return customer.name;
  return is_signed_in ? 'Signed-in customer' : 'Visitor';
}

type Tokens = Conversation['tokens'];

export const allTokens = ({ input, cache_read, cache_write, output }: Tokens): number =>
  input + cache_read + cache_write + output;

/** `1,204 in, 310 out, 900 from the cache` */
export function sayTokens({ input, cache_read, cache_write, output }: Tokens): string {
  const parts = [
    `${sayCount(input)} in`,
    `${sayCount(output)} out`,
    cache_read > 0 && `${sayCount(cache_read)} from the cache`,
    cache_write > 0 && `${sayCount(cache_write)} into the cache`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

const reasons: Readonly<Record<NonNullable<ConversationTurn['reason']>, string | undefined>> = {
  answered: undefined,
  stopped: 'The customer stopped the answer.',
  step_limit: 'The answer took as many steps as it may, and ended there.',
  repeated_calls: 'The model kept asking for the same thing, and was ended.',
  refused: 'The model refused to answer.',
  cut_off: 'The answer was too long, and was cut off.',
  model_unavailable: 'No language model answered.',
  timeout: 'The answer took too long, and was given up.',
  interrupted: 'The server was restarted or lost meanwhile.',
  internal: 'Something went wrong in the server; its log says more.',
};

/** Why a turn ended as it did; undefined when it was simply answered, or still runs. */
export const sayReason = ({ reason }: Pick<ConversationTurn, 'reason'>): string | undefined =>
  reason === null ? undefined : reasons[reason];

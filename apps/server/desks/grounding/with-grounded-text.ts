import { localTime } from '@deskbell/clerk';
import type { Message, Model, ModelRequest } from '@deskbell/engine';
import { messagesOfTurn } from '../turns-in-messages.ts';
import { withTextFilter } from '../with-text-filter.ts';
import type { PriceFact } from './check-price-of.ts';
import type { ClaimKind } from './claim.ts';
import { createGroundingFilter } from './create-grounding-filter.ts';
import { createGrounds, type Grounds } from './create-grounds.ts';
import type { PlaceFacts } from './places.ts';
import type { GroundingResult } from './read-results.ts';

export interface GroundedTextOptions {
  places?: PlaceFacts | undefined;
  prices?: readonly PriceFact[] | undefined;
  /** Said in place of a sentence without grounds: one whole sentence. */
  offer: string;
  /** The kinds of claims that are checked; all unless given. */
  kinds?: readonly ClaimKind[];
  /** Whether the desk's whole prompt is fact, or the part that varies alone; 'prompt' unless given. */
  facts?: 'prompt' | 'varying';
  /** Told of every sentence that was replaced while it streamed. Must not throw. */
  onUnfounded?: ((unfounded: { model: string; kinds: readonly ClaimKind[] }) => void) | undefined;
  clock: () => Date;
  /** Of the business; an IANA name. */
  timezone: string;
}

/**
 * The same model, whose amounts, offered dates, states of bookings and coverage are those of this
 * turn's tool results or of the desk's facts. A sentence that says otherwise never streams and is
 * never stored.
 */
export function withGroundedText(model: Model, options: GroundedTextOptions): Model {
  const { offer, kinds, onUnfounded } = options;
  return withTextFilter(model, (request) => {
    // One for the stream and the message, which must see the same moment.
    let grounds: Grounds | undefined;
    return (use) =>
      createGroundingFilter({
        grounds: () => {
          grounds ??= groundsOf(request, options);
          return grounds;
        },
        offer,
        ...(kinds === undefined ? {} : { kinds }),
        onUnfounded:
          use === 'stream'
            ? (found) => onUnfounded?.({ model: model.name, kinds: found })
            : undefined,
      });
  });
}

function groundsOf(
  { system, messages }: ModelRequest,
  { places, prices, facts = 'prompt', clock, timezone }: GroundedTextOptions,
): Grounds {
  return createGrounds({
    texts: facts === 'prompt' ? [system.stable, system.varying] : [system.varying],
    places,
    prices,
    results: resultsOfTurn(messages),
    heard: messages.flatMap((message) => (message.role === 'user' ? [message.text] : [])),
    now: localTime(clock(), timezone),
  });
}

/** The results since the customer last spoke, each with what was asked. */
function resultsOfTurn(messages: readonly Message[]): GroundingResult[] {
  const inputs = new Map<string, unknown>();
  const results: GroundingResult[] = [];
  for (const message of messagesOfTurn(messages)) {
    if (message.role === 'assistant') {
      for (const block of message.content) {
        if (block.type === 'tool_call') inputs.set(block.callId, block.input);
      }
    } else if (message.role === 'tool_results') {
      for (const { callId, tool, content, isError } of message.results) {
        results.push({ tool, input: inputs.get(callId), content, isError });
      }
    }
  }
  return results;
}

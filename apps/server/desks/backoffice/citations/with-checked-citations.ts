import type { AssistantBlock, Model, ModelEvent, ModelRequest } from '@deskbell/engine';
import { createCitationCheck } from './check-citations.ts';
import { createLinkDisarming } from './disarm-links.ts';
import { findGivenReferences, type GivenReferences } from './given-references.ts';
import { createPlainCharacters } from './plain-characters.ts';
import { chainFilters, type TextFilter } from './text-filter.ts';

/**
 * The same model, whose answers cite only records that a tool of this turn or the summary in
 * `system.varying` has named, in their short form, and show neither images nor links. What streams
 * and the message at the end say the same. What was held back when the model fails is dropped.
 */
export function withCheckedCitations(model: Model): Model {
  return {
    name: model.name,
    provider: model.provider,
    isAvailable: () => model.isAvailable(),
    stream: (request) => checkedStream(model, request),
  };
}

async function* checkedStream(model: Model, request: ModelRequest): AsyncGenerator<ModelEvent> {
  const filter = createAnswerFilter(request);
  for await (const event of model.stream(request)) {
    switch (event.type) {
      case 'text': {
        const text = filter.push(event.text);
        if (text !== '') yield { type: 'text', text };
        break;
      }
      case 'tool_call_start':
      case 'end': {
        const text = filter.end();
        if (text !== '') yield { type: 'text', text };
        if (event.type === 'tool_call_start') yield event;
        else yield { ...event, message: { role: 'assistant', content: checked(event, filter) } };
        break;
      }
      default:
        yield event;
    }
  }
}

function createAnswerFilter(request: ModelRequest): TextFilter {
  let given: GivenReferences | undefined;
  return chainFilters([
    createPlainCharacters(),
    createCitationCheck(() => {
      given ??= findGivenReferences(request);
      return given;
    }),
    createLinkDisarming(),
  ]);
}

/** As it streamed: text runs on from block to block up to a call. */
function checked(
  { message }: Extract<ModelEvent, { type: 'end' }>,
  filter: TextFilter,
): AssistantBlock[] {
  const content: AssistantBlock[] = [];
  let lastText: { type: 'text'; text: string } | undefined;
  const endText = () => {
    const rest = filter.end();
    if (lastText !== undefined) lastText.text += rest;
    lastText = undefined;
  };
  for (const block of message.content) {
    if (block.type === 'text') {
      lastText = { type: 'text', text: filter.push(block.text) };
      content.push(lastText);
      continue;
    }
    if (block.type === 'tool_call') endText();
    content.push(block);
  }
  endText();
  return content.filter((block) => block.type !== 'text' || block.text !== '');
}

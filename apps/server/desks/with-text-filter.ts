import type { AssistantBlock, Model, ModelEvent, ModelRequest } from '@deskbell/engine';
import type { TextFilter } from './text-filter.ts';

/**
 * Makes the filters for one answer. There are two: for the stream, and for the same text in the
 * message at the end, of which nothing is to be counted again.
 */
export type CreateTextFilter = (request: ModelRequest) => (use: 'stream' | 'message') => TextFilter;

/**
 * The same model, with every answer changed by a filter. What streams and the message at the end say
 * the same. What was held back when the model fails is dropped. Answers that follow a schema are left
 * as they are.
 */
export function withTextFilter(model: Model, createFilter: CreateTextFilter): Model {
  return {
    name: model.name,
    provider: model.provider,
    isAvailable: () => model.isAvailable(),
    stream: (request) =>
      request.outputSchema === undefined
        ? filteredStream(model, request, createFilter)
        : model.stream(request),
  };
}

async function* filteredStream(
  model: Model,
  request: ModelRequest,
  createFilter: CreateTextFilter,
): AsyncGenerator<ModelEvent> {
  const filterFor = createFilter(request);
  const filter = filterFor('stream');
  for await (const event of model.stream(request)) {
    switch (event.type) {
      case 'text': {
        const text = filter.push(event.text);
        if (text !== '') yield { type: 'text', text };
        break;
      }
      case 'tool_call_start': {
        const text = filter.end();
        if (text !== '') yield { type: 'text', text };
        yield event;
        break;
      }
      case 'end': {
        const text = filter.end();
        if (text !== '') yield { type: 'text', text };
        const content = filtered(event.message.content, filterFor('message'));
        yield { ...event, message: { role: 'assistant', content } };
        break;
      }
      default:
        yield event;
    }
  }
}

/** As it streamed: text runs on from block to block up to a call. */
function filtered(blocks: readonly AssistantBlock[], filter: TextFilter): AssistantBlock[] {
  const content: AssistantBlock[] = [];
  let lastText: { type: 'text'; text: string } | undefined;
  const endText = () => {
    const rest = filter.end();
    if (lastText !== undefined) lastText.text += rest;
    lastText = undefined;
  };
  for (const block of blocks) {
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

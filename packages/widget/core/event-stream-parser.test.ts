import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { createEventStreamParser, type StreamEvent } from './event-stream-parser.ts';

const parse = (pieces: readonly string[]): StreamEvent[] => {
  const events: StreamEvent[] = [];
  const feed = createEventStreamParser((event) => events.push(event));
  for (const piece of pieces) feed(piece);
  return events;
};

const parseWithLibrary = (text: string): StreamEvent[] => {
  const events: StreamEvent[] = [];
  const parser = createParser({
    onEvent: ({ id = '', event = '', data }) => events.push({ id, name: event, data }),
  });
  parser.feed(text);
  return events;
};

/** `text` cut at the given places. */
const cutAt = (text: string, places: readonly number[]): string[] => {
  const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]));
};

const streamSoup = fc
  .array(
    fc.constantFrom(
      ...[
        'data',
        'event',
        'id',
        'retry',
        'other',
        ':',
        ': ',
        ' ',
        '  ',
        'x',
        '{"a":1}',
        '🚕',
        '\0',
      ],
      ...[
        '\n',
        '\n\n',
        '\r',
        '\r\n',
        '\r\n\r\n',
        'data: a\n',
        'event: token\n',
        'id: t:1\n',
        'data\n',
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => `${pieces.join('')}\n\n`);

describe('createEventStreamParser', () => {
  it('reads fields, joins data lines, and ignores comments and unknown fields', () => {
    assert.deepEqual(
      parse([
        ': ping\n\nid: t:1\nevent: token\ndata: a\ndata:b\nretry: 3\nfoo\n\ndata\n\nevent: x\n\n',
      ]),
      [
        { id: 't:1', name: 'token', data: 'a\nb' },
        { id: '', name: '', data: '' },
      ],
    );
  });

  it('drops an event whose blank line never came', () => {
    assert.deepEqual(parse(['data: a\n']), []);
  });

  it('reads what the reference parser reads, wherever the text is cut', () => {
    fc.assert(
      fc.property(streamSoup, fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
        assert.deepEqual(parse(cutAt(text, places)), parseWithLibrary(text));
        assert.deepEqual(parse([...text]), parseWithLibrary(text));
      }),
      { numRuns: 3000 },
    );
  });
});

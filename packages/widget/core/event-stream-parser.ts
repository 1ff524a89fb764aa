/** One event of a stream as the standard dispatches it; `id` is the event's own, not the last one's. */
export type StreamEvent = { readonly id: string; readonly name: string; readonly data: string };

/**
 * Reads text as server-sent events, in whatever pieces it comes: lines may end with CR, LF or CRLF,
 * also across pieces, and an event counts once its blank line is there. Text that starts with a byte
 * order mark has lost it to the decoder.
 */
export const createEventStreamParser = (
  onEvent: (event: StreamEvent) => void,
): ((text: string) => void) => {
  let unread = '';
  // A line feed that follows a return belongs to it, also in the next piece.
  let isAfterReturn = false;
  let fields = { id: '', event: '', data: '' };
  let hasData = false;

  const takeLine = (line: string): void => {
    if (line === '') {
      const { id, event: name, data } = fields;
      if (hasData) onEvent({ id, name, data });
      fields = { id: '', event: '', data: '' };
      hasData = false;
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') {
      fields.data += hasData ? `\n${value}` : value;
      hasData = true;
    } else if (field === 'event' || (field === 'id' && !value.includes('\0'))) {
      fields[field] = value;
    }
  };

  return (text) => {
    unread += isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') isAfterReturn = text.endsWith('\r');
    const lines = unread.split(/\r\n|\n|\r/);
    unread = lines.pop() ?? '';
    lines.forEach(takeLine);
  };
};

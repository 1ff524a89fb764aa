import { isBusyStatus } from './chat-state.ts';
import { markdownText, parseMarkdown } from './markdown.ts';

/** What has to be known of a message to read it aloud. */
type Speech = {
  readonly role: 'assistant';
  readonly key: string;
  readonly parts: readonly (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'tool'; readonly callId: string; readonly label: string }
  )[];
  readonly status: { readonly kind: string };
};

/** How much of one message has been read aloud. */
type Progress = {
  readonly key: string;
  readonly spokenTools: readonly string[];
  /** What was said of each text part, by the part's position among the texts. */
  readonly spokenTexts: readonly string[];
  readonly isOver: boolean;
};

/** Null before the first assistant message. */
export type AnnouncerState = Progress | null;

const minSentenceLength = 24;

/** The length of the whole sentences at the start of `text`. */
const sentencesLength = (text: string): number => {
  const ends = [...text.matchAll(/[.!?…:]["'’”)\]]*\s+|\n+/g)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : 0;
};

const partText = (text: string, isStreaming: boolean): string =>
  markdownText(parseMarkdown(text, { isStreaming }));

/**
 * What a polite live region is given next: whole sentences and each tool's label once. The
 * lines of one message, joined, are its plain text (and labels). Messages that were already over
 * when first seen, as after a reload, are not read.
 */
export const announce = (
  previous: AnnouncerState,
  state: { readonly messages: readonly (Speech | { readonly role: 'user' })[] },
): { next: AnnouncerState; lines: string[] } => {
  const message = state.messages.findLast((entry): entry is Speech => entry.role === 'assistant');
  if (message === undefined) return { next: null, lines: [] };
  const isOver = !isBusyStatus(message.status);
  const { key } = message;
  const known =
    previous?.key === key ? previous : { key, spokenTools: [], spokenTexts: [], isOver };
  if (known.isOver && isOver) return { next: known, lines: [] };

  const lines: string[] = [];
  const spokenTools = [...known.spokenTools];
  const spokenTexts = [...known.spokenTexts];
  let textIndex = 0;
  message.parts.forEach((part, index) => {
    if (part.kind === 'tool') {
      if (spokenTools.includes(part.callId)) return;
      spokenTools.push(part.callId);
      lines.push(part.label);
      return;
    }
    // A part with something after it has all its text.
    const isWhole = isOver || index < message.parts.length - 1;
    const text = partText(part.text, !isWhole);
    const said = spokenTexts[textIndex] ?? '';
    // A snapshot may have replaced what was said; then only what goes on from it is new.
    const fresh = text.startsWith(said) ? text.slice(said.length) : text;
    const length = isWhole ? fresh.length : sentencesLength(fresh);
    if (fresh.slice(0, length).trim() !== '' && (isWhole || length >= minSentenceLength)) {
      lines.push(fresh.slice(0, length));
      spokenTexts[textIndex] = text.slice(0, text.length - fresh.length + length);
    }
    textIndex += 1;
  });
  return { next: { key, spokenTools, spokenTexts, isOver }, lines };
};

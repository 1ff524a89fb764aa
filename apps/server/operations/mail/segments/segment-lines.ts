import type { Segment, SegmentKind } from '../email.ts';
import type { TextLine } from '../text-line.ts';
import { attributionLines } from './attribution.ts';
import { footerStart } from './footer.ts';
import { separatorKind, startsMessageHeader } from './message-header.ts';
import { isDelimiter, isProgramLine, signatureStart } from './signature.ts';

/** Of more changes between authors than this, only who wrote what is kept, not the order. */
const MAX_SEGMENTS = 500;

/** From where on lines belong to an earlier message, and how it came here. */
interface Region {
  kind: 'quoted' | 'forwarded';
  /** The depth of its own text; deeper is what it quotes. Set by its first line. */
  depth: number;
  /** A line quoted less than this is the writer's again. */
  outerDepth: number;
}

/**
 * Splits a mail's lines by whose words they are. What stands between quotes is new; after the header
 * of an earlier message everything is that message's. A mail in which nothing else is new keeps an
 * earlier message as forwarded. The segments' texts joined are the lines, without quote marks.
 */
export function segmentLines(
  lines: readonly TextLine[],
  { subject }: { subject: string },
): Segment[] {
  const kinds = signaturesAndFooters(lines, earlierMessages(lines, isForwardSubject(subject)));
  return joinSegments(lines, kinds);
}

const QUOTED: Region = { kind: 'quoted', depth: Number.POSITIVE_INFINITY, outerDepth: 0 };

function earlierMessages(lines: readonly TextLine[], isForward: boolean): SegmentKind[] {
  const kinds: SegmentKind[] = [];
  let region: Region | undefined;
  let hasNew = false;
  let isAttributed = false;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.quoteDepth < (region?.outerDepth ?? 0) && line.text.trim() !== '') region = undefined;
    const count = attributionLines(lines, index);
    const separator = count > 0 ? null : separatorKind(line);
    const isHeader = count === 0 && separator === null && startsMessageHeader(lines, index);
    if (region === undefined && count > 0) {
      for (let each = 0; each < count; each += 1) kinds.push('quoted');
      index += count;
      isAttributed = true;
      // With marked quotes to follow, their marks tell; without, all that follows is the quote.
      if (line.quoteDepth === 0 && !isMarked(lines, index, 0)) {
        region = hasNew ? QUOTED : { kind: 'forwarded', depth: 0, outerDepth: 0 };
      }
      continue;
    }
    if (region === undefined && (separator !== null || isHeader)) {
      const isInsideQuote = line.quoteDepth > 0 && (hasNew || isAttributed);
      if (!isInsideQuote) {
        const isForwarded = separator === 'forwarded' || isForward || !hasNew;
        region = isForwarded
          ? { kind: 'forwarded', depth: depthAfter(lines, index), outerDepth: line.quoteDepth }
          : { ...QUOTED, outerDepth: line.quoteDepth };
      }
    } else if (region?.kind === 'forwarded' && index > 0 && startsHistory(lines, index, kinds)) {
      // The first header is the forwarded message's own; a later one begins what it answered.
      region = { ...QUOTED, outerDepth: region.outerDepth };
    }
    const kind = kindOf(line, region);
    if (kind === 'new' && line.text.trim() !== '') hasNew = true;
    kinds.push(kind);
    index += 1;
  }
  return kinds;
}

function kindOf({ quoteDepth }: TextLine, region: Region | undefined): SegmentKind {
  if (region === undefined) return quoteDepth > 0 ? 'quoted' : 'new';
  if (region.kind === 'quoted') return 'quoted';
  return quoteDepth > region.depth ? 'quoted' : 'forwarded';
}

/** Whether one of the next two filled lines is quoted deeper. */
function isMarked(lines: readonly TextLine[], from: number, depth: number): boolean {
  let filled = 0;
  for (let index = from; index < lines.length && filled < 2; index += 1) {
    const line = lines[index];
    if (line === undefined || line.text.trim() === '') continue;
    if (line.quoteDepth > depth) return true;
    filled += 1;
  }
  return false;
}

/** Apple Mail quotes what it forwards as a whole. */
function depthAfter(lines: readonly TextLine[], index: number): number {
  let depth = lines[index]?.quoteDepth ?? 0;
  let filled = 0;
  for (let next = index + 1; next < lines.length && filled < 2; next += 1) {
    const line = lines[next];
    if (line === undefined || line.text.trim() === '') continue;
    depth = Math.max(depth, line.quoteDepth);
    filled += 1;
  }
  return depth;
}

/** A header below text of the forwarded message, or an attribution in it. */
function startsHistory(
  lines: readonly TextLine[],
  index: number,
  kinds: readonly SegmentKind[],
): boolean {
  const line = lines[index];
  if (line === undefined || kinds[index - 1] !== 'forwarded') return false;
  if (attributionLines(lines, index) > 0) return !isMarked(lines, index + 1, line.quoteDepth);
  if (!startsMessageHeader(lines, index) && separatorKind(line) === null) return false;
  // The header right after the separator is still the first message's.
  let filled = 0;
  for (let before = index - 1; before >= 0 && kinds[before] === 'forwarded'; before -= 1) {
    if ((lines[before]?.text ?? '').trim() !== '') filled += 1;
    if (filled > 2) return true;
  }
  return false;
}

/** Within each run of lines of one author, its end may be a signature or a notice. */
function signaturesAndFooters(
  lines: readonly TextLine[],
  kinds: readonly SegmentKind[],
): SegmentKind[] {
  const result = [...kinds];
  let start = 0;
  while (start < kinds.length) {
    let end = start + 1;
    while (end < kinds.length && kinds[end] === kinds[start]) end += 1;
    const kind = kinds[start];
    if (kind === 'new' || kind === 'forwarded') markEnd({ lines, result, start, end, kind });
    start = end;
  }
  return result;
}

function markEnd({
  lines,
  result,
  start,
  end,
  kind,
}: {
  lines: readonly TextLine[];
  result: SegmentKind[];
  start: number;
  end: number;
  kind: SegmentKind;
}): void {
  const texts = lines.slice(start, end).map(({ text }) => text);
  const footer = footerStart(texts);
  let signature = texts.slice(0, footer).findIndex(isDelimiter);
  if (signature < 0) {
    signature = signatureStart(texts.slice(0, footer));
    // "Thank you" and a name alone are the mail.
    if (texts.slice(0, signature).every((text) => text.trim() === '')) signature = footer;
  }
  for (let index = 0; index < texts.length; index += 1) {
    if (index >= footer) result[start + index] = 'footer';
    else if (index >= signature) result[start + index] = 'signature';
    else if (lines[start + index]?.isSignature === true && kind === 'new')
      result[start + index] = 'signature';
    else if (isProgramLine(texts[index] ?? '')) result[start + index] = 'signature';
  }
}

function joinSegments(lines: readonly TextLine[], kinds: readonly SegmentKind[]): Segment[] {
  const segments: { kind: SegmentKind; lines: string[] }[] = [];
  const further: { new: string[]; quoted: string[] } = { new: [], quoted: [] };
  lines.forEach(({ text }, index) => {
    const kind = kinds[index] ?? 'new';
    const last = segments.at(-1);
    // An empty line parts nothing: it goes with what stands before it.
    if (last !== undefined && (last.kind === kind || text.trim() === '')) last.lines.push(text);
    else if (segments.length < MAX_SEGMENTS) segments.push({ kind, lines: [text] });
    else (kind === 'new' ? further.new : further.quoted).push(text);
  });
  segments.push({ kind: 'new', lines: further.new }, { kind: 'quoted', lines: further.quoted });
  return segments
    .map(({ kind, lines: texts }) => ({ kind, text: tidy(texts) }))
    .filter(({ text }) => text !== '');
}

/** Without empty lines around it, and never more than one in a row. */
function tidy(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    if (line.trim() === '' && (kept.length === 0 || kept.at(-1) === '')) continue;
    kept.push(line.trim() === '' ? '' : line);
  }
  if (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}

const isForwardSubject = (subject: string): boolean =>
  /^(?:\[[^\]]{0,50}\] ?)?(?:fwd?|wg|tr|rv|enc|i|vs|vb|doorst|pd|转发|轉寄)\s?[:：]/i.test(
    subject.trim(),
  );

import type { ChatState, HandoffCard, HandoffReference } from '@deskbell/widget';
import { enHandoff } from '../words/en-handoff.ts';
import { button, element, setText } from './element.ts';
import { summarizeHandoff } from './handoff-summary.ts';
import type { PanelContext } from './panel-context.ts';
import css from './styles/card.css?inline';

export type HandoffCardView = {
  readonly node: HTMLElement;
  update(opening: ChatState['openingHandoff']): void;
};

let sheet: CSSStyleSheet | undefined;

const adoptStyles = (root: ShadowRoot): void => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
};

/** Where "Start Booking" leads: the page of the site's own choice, if it is one, or the server's wizard. */
const bookingAddress = (found: string, chosen: string | undefined): string => {
  try {
    const own = new URL(chosen || found, document.baseURI);
    own.searchParams.set('handoff', new URL(found).searchParams.get('handoff') ?? '');
    return /^https?:/.test(own.protocol) ? own.href : found;
  } catch {
    return found;
  }
};

/** A prepared booking: its values to check, and the way into the wizard. Disarmed, it only says so. */
export const createHandoffCard = (
  { handoff, isArmed }: HandoffCard,
  reference: HandoffReference,
  context: PanelContext,
): HandoffCardView => {
  const { store, words, handoffWords: said = enHandoff, say, root } = context;
  adoptStyles(root);
  const note = element('p', '', [isArmed ? said.nothingBooked : said.replaced]);
  const problem = element('p', '', [], { role: 'alert' });
  const node = element('section', isArmed ? 'card' : 'card is-replaced', [
    element('h3', '', [said.title]),
  ]);
  let isStarting = false;
  const startBooking = async () => {
    // A second click of a double one gets the first one's answer, and must not leave once more.
    if (isStarting) return;
    isStarting = true;
    const answer = await store.openHandoff(reference);
    isStarting = false;
    if (answer.type === 'opened' && node.isConnected) {
      context.leaveFor(bookingAddress(answer.bookingUrl, context.bookingUrl));
    }
  };
  const start = button('primary', said.start, startBooking);
  if (isArmed) {
    const lines = summarizeHandoff(handoff.prefill_data, said, words.locale);
    const tell = (result: string) => {
      setText(copy, result);
      say(result);
    };
    const copy = button('quiet', said.copy, () => {
      navigator.clipboard.writeText(lines.map((line) => line.join(': ')).join('\n')).then(
        () => tell(said.copied),
        () => tell(said.notCopied),
      );
    });
    // Only https and localhost pages may use the clipboard.
    copy.hidden = !navigator.clipboard;
    const rows = lines.map(([label, value]) =>
      element('div', '', [element('dt', '', [label]), element('dd', '', [value])]),
    );
    node.append(element('dl', '', rows), note, problem, element('div', 'actions', [start, copy]));
  } else node.append(note, problem);
  return {
    node,
    update: (opening) => {
      const isMine = opening?.turnId === reference.turnId && opening.callId === reference.callId;
      const status = isMine ? opening.status : null;
      const isPending = status === 'pending';
      // Not `disabled`: the button would lose the focus of whoever pressed it.
      start.ariaDisabled = String(isPending);
      setText(start, isPending ? said.starting : said.start);
      setText(problem, status === null || isPending ? '' : said[status]);
    },
  };
};

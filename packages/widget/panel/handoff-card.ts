import type { HandoffCard } from '@deskbell/widget';
import { element } from './element.ts';
import { type SummaryLine, summarizeHandoff } from './handoff-summary.ts';

const copyButton = (lines: readonly SummaryLine[], say: (sentence: string) => void) => {
  const button = element('button', { type: 'button', class: 'small-button' }, 'Copy details');
  button.addEventListener('click', () => {
    const text = lines.map(({ label, value }) => `${label}: ${value}`).join('\n');
    navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = 'Copied';
        say('Copied.');
      },
      () => {
        button.textContent = 'Could not copy';
        say('Could not copy.');
      },
    );
  });
  return button;
};

/** A prepared booking: its values to check, and how to go on from there. Disarmed, it only says so. */
export const handoffCardElement = (
  card: HandoffCard,
  options: { phone: string; say: (sentence: string) => void },
): HTMLElement => {
  const { phone, say } = options;
  const lines = summarizeHandoff(card.handoff.prefill_data);
  const root = element('section', {
    class: card.isArmed ? 'handoff' : 'handoff is-replaced',
    'aria-label': card.isArmed ? 'Your booking details' : 'Earlier booking details, replaced',
  });
  root.append(element('h2', { class: 'handoff-title' }, 'Your booking details'));
  if (!card.isArmed) {
    root.append(element('p', { class: 'handoff-note' }, 'Replaced by newer details below.'));
    return root;
  }
  root.append(
    element(
      'dl',
      { class: 'handoff-lines' },
      ...lines.map(({ label, value }) =>
        element('div', {}, element('dt', {}, label), element('dd', {}, value)),
      ),
    ),
    element(
      'p',
      { class: 'handoff-note' },
      `Nothing is booked yet. Call ${phone} with these details to book.`,
    ),
  );
  const actions = element(
    'div',
    { class: 'handoff-actions' },
    element(
      'a',
      { class: 'primary-button', href: `tel:${phone.replaceAll(/[^\d+]/g, '')}` },
      `Call ${phone}`,
    ),
  );
  // Only https and localhost pages may use the clipboard.
  if (navigator.clipboard !== undefined) actions.append(copyButton(lines, say));
  root.append(actions);
  return root;
};

/** The questions: an address with `#cancellation` opens that one, and the box narrows them down. */
export function enhanceAnswers(list: HTMLElement): void {
  const input = document.querySelector<HTMLInputElement>('#faq-search');
  const found = document.querySelector<HTMLElement>('#faq-found');
  const questions = [...list.querySelectorAll('details')].map((details) => ({
    details,
    text: normalized(
      `${details.querySelector('summary')?.textContent} ${details.querySelector('p')?.textContent}`,
    ),
  }));

  const openTarget = () => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const details = id === '' ? null : document.getElementById(id)?.closest('details');
    if (details) details.open = true;
  };
  window.addEventListener('hashchange', openTarget);
  openTarget();

  const search = () => {
    if (input === null || found === null) return;
    const words = normalized(input.value).split(' ').filter(Boolean);
    let count = 0;
    for (const { details, text } of questions) {
      details.hidden = !words.every((word) => text.includes(word));
      if (!details.hidden) count += 1;
    }
    for (const group of list.querySelectorAll<HTMLElement>('.faq-group')) {
      group.hidden = group.querySelector('details:not([hidden])') === null;
      const link = list.querySelector(`a[href="#${group.getAttribute('aria-labelledby')}"]`);
      link?.parentElement?.toggleAttribute('hidden', group.hidden);
    }
    found.textContent = words.length === 0 ? '' : countInWords(count);
  };
  input?.addEventListener('input', search);
  // The browser may have put back what was typed before a reload.
  search();
}

const countInWords = (count: number): string => {
  if (count === 0) return 'No answer has these words. Our assistant or a call may help.';
  return count === 1 ? '1 answer' : `${count} answers`;
};

const normalized = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

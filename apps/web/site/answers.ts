import { createFinder, type SearchWords } from './find-answers.ts';

/** The questions: an address with `#cancellation` opens that one, and the box narrows them down. */
export function enhanceAnswers(list: HTMLElement): void {
  const input = document.querySelector<HTMLInputElement>('#faq-search');
  const found = document.querySelector<HTMLElement>('#faq-found');
  const questions = [...list.querySelectorAll('details')].map((details) => ({
    details,
    text: `${details.querySelector('summary')?.textContent} ${details.querySelector('p')?.textContent}`,
  }));
  const services = document.querySelector('#faq-services');
  const ask = document.querySelector('#faq-ask');
  const words = JSON.parse(
    document.querySelector('#faq-words')?.textContent ??
      '{"ignored":[],"synonyms":[],"services":[]}',
  ) as SearchWords;

  const openTarget = () => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const details = id === '' ? null : document.getElementById(id)?.closest('details');
    if (details) details.open = true;
  };
  window.addEventListener('hashchange', openTarget);
  openTarget();

  const search = () => {
    if (input === null || found === null) return;
    const finds = createFinder(input.value, words);
    let count = 0;
    for (const { details, text } of questions) {
      details.hidden = finds?.(text) === false;
      if (!details.hidden) count += 1;
    }
    for (const group of list.querySelectorAll<HTMLElement>('.faq-group')) {
      group.hidden = group.querySelector('details:not([hidden])') === null;
      const link = list.querySelector(`a[href="#${group.getAttribute('aria-labelledby')}"]`);
      link?.parentElement?.toggleAttribute('hidden', group.hidden);
    }
    found.textContent = finds === undefined ? '' : countInWords(count);
    const parts = words.services.filter((one) => finds?.(`${one.title} ${one.words}`));
    services?.replaceChildren(...parts.map(serviceLink));
    services?.toggleAttribute('hidden', parts.length === 0);
    ask?.toggleAttribute('hidden', finds === undefined || count > 0);
    ask?.querySelector('button')?.setAttribute('data-deskbell-ask', input.value.trim());
  };
  input?.addEventListener('input', search);
  // The browser may have put back what was typed before a reload.
  search();
}

const serviceLink = ({ title, path }: SearchWords['services'][number]): HTMLElement => {
  const link = document.createElement('a');
  link.setAttribute('href', path);
  link.textContent = title;
  const item = document.createElement('li');
  item.append(link);
  return item;
};

const countInWords = (count: number): string => {
  if (count === 0) return 'No answer has these words.';
  return count === 1 ? '1 answer' : `${count} answers`;
};

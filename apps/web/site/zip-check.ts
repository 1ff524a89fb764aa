import { type AreaOfZipCodes, zipCodeAnswer } from './zip-code-answer.ts';

/** Answers on the spot; without this, the form leads to the list of all ZIP codes. */
export function enhanceZipCheck(form: HTMLFormElement): void {
  const data = form.querySelector('script[type="application/json"]')?.textContent;
  const input = form.querySelector('input');
  const answer = form.querySelector<HTMLElement>('[role="status"]');
  const ask = form.querySelector<HTMLElement>('[data-zip-ask]');
  if (data === undefined || input === null || answer === null) return;
  const areas = JSON.parse(data) as AreaOfZipCodes[];
  const { phone = '', email = '', farther = '' } = form.dataset;
  const unbroken = (text: string) => text.replaceAll(' ', '\u00a0');

  const check = () => {
    const { sentence, zipCode, isServed } = zipCodeAnswer(areas, {
      text: input.value,
      farther,
      contact: `call ${unbroken(phone)} or write to ${email}`,
    });
    answer.textContent = sentence;
    answer.classList.toggle('is-good', isServed);
    input.setAttribute('aria-invalid', String(zipCode === undefined));
    if (zipCode === undefined) input.focus();
    if (ask === null) return;
    ask.hidden = zipCode === undefined || isServed;
    ask
      .querySelector('button')
      ?.setAttribute('data-deskbell-ask', `My ZIP code is ${zipCode}. What can you do for me?`);
  };
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    check();
  });
  // Whoever comes from the form on another page, sent while scripts were not there yet.
  const sent = new URLSearchParams(window.location.search).get('zip');
  if (sent !== null) {
    input.value = sent;
    check();
  }
}

import { enhanceAnswers } from './answers.ts';
import { showAccountLink } from './show-account-link.ts';
import { enhanceZipCheck } from './zip-check.ts';

void showAccountLink();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-zip-check]')) {
  enhanceZipCheck(form);
}
for (const list of document.querySelectorAll<HTMLElement>('[data-faq]')) enhanceAnswers(list);

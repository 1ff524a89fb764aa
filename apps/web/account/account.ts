import { createAccountForm } from './account-form.ts';

const form = document.querySelector<HTMLFormElement>('form[data-account]');
if (form !== null) createAccountForm(form);

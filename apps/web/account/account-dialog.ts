import type { MIN_PASSWORD_LENGTH } from '@deskbell/protocol';
import { byId, setText } from '../chat/element.ts';
import { asSentence } from '../chat/sentences.ts';
import {
  type AccountOutcome,
  readSession,
  type Session,
  signIn,
  signOut,
  signUp,
} from './account-client.ts';

const minPasswordLength: typeof MIN_PASSWORD_LENGTH = 8;
type Mode = 'sign_in' | 'sign_up';
type FieldName = 'name' | 'email' | 'password';

const words = {
  sign_in: {
    title: 'Sign in',
    text: 'Signed in, you can ask about your own bookings.',
    submit: 'Sign in',
    switch: 'New here? Create an account',
  },
  sign_up: {
    title: 'Create an account',
    text: 'With an account you can ask about your own bookings.',
    submit: 'Create account',
    switch: 'Already have an account? Sign in',
  },
} as const;

const fields: Record<FieldName, HTMLInputElement> = {
  name: byId('account-name', HTMLInputElement),
  email: byId('account-email', HTMLInputElement),
  password: byId('account-password', HTMLInputElement),
};

const showFieldError = (name: FieldName, sentence: string | null) => {
  const error = byId(`account-${name}-error`, HTMLElement);
  setText(error, sentence ?? '');
  if (sentence === null) {
    fields[name].removeAttribute('aria-invalid');
    fields[name].removeAttribute('aria-describedby');
  } else {
    fields[name].setAttribute('aria-invalid', 'true');
    fields[name].setAttribute('aria-describedby', error.id);
  }
};

/** What is wrong with a field, or null. The server has the last word. */
const checkField = (name: FieldName, mode: Mode): string | null => {
  const { value } = fields[name];
  if (name === 'name') return mode === 'sign_up' && value.trim() === '' ? 'Enter your name.' : null;
  if (name === 'email') {
    return /^\S+@\S+\.\S+$/.test(value.trim())
      ? null
      : 'Enter an e-mail address, such as name@example.com.';
  }
  if (value === '') return 'Enter your password.';
  return mode === 'sign_up' && value.length < minPasswordLength
    ? `Use at least ${minPasswordLength} characters.`
    : null;
};

/** Sign in, sign up and sign out. `onChange` is called after each, with who is signed in now. */
export const createAccountDialog = (onChange: (session: Session) => void) => {
  const dialog = byId('account', HTMLDialogElement);
  const form = byId('account-form', HTMLFormElement);
  const signedIn = byId('account-signed-in', HTMLElement);
  const opener = byId('open-account', HTMLButtonElement);
  const title = byId('account-title', HTMLElement);
  const errorText = byId('account-error', HTMLElement);
  const submit = byId('account-submit', HTMLButtonElement);
  const signOutButton = byId('sign-out', HTMLButtonElement);
  const signOutError = byId('sign-out-error', HTMLElement);
  let mode: Mode = 'sign_in';
  let session: Session = { kind: 'unknown' };

  const clearErrors = () => {
    setText(errorText, '');
    setText(signOutError, '');
    for (const name of ['name', 'email', 'password'] as const) showFieldError(name, null);
  };
  const render = () => {
    const isSignedIn = session.kind === 'signed_in';
    opener.hidden = session.kind === 'unknown';
    const label = session.kind === 'signed_in' ? session.name : 'Sign in';
    // A phone's header has room for a first name; the button's own name is the whole one.
    setText(
      byId('account-label', HTMLElement),
      isSignedIn ? (label.split(/[\s@]/)[0] ?? '') : label,
    );
    opener.setAttribute('aria-label', isSignedIn ? `Account: ${label}` : label);
    form.hidden = isSignedIn;
    signedIn.hidden = !isSignedIn;
    if (session.kind === 'signed_in') {
      setText(byId('account-who', HTMLElement), `You are signed in as ${session.name}.`);
    }
    setText(title, words[mode].title);
    setText(byId('account-text', HTMLElement), words[mode].text);
    setText(submit, words[mode].submit);
    setText(byId('account-switch', HTMLElement), words[mode].switch);
    byId('account-name-field', HTMLElement).hidden = mode === 'sign_in';
    fields.password.autocomplete = mode === 'sign_in' ? 'current-password' : 'new-password';
    dialog.setAttribute(
      'aria-labelledby',
      isSignedIn ? 'account-title-signed-in' : 'account-title',
    );
  };
  const refresh = async () => {
    session = await readSession();
    render();
  };
  const finish = async () => {
    await refresh();
    fields.password.value = '';
    dialog.close();
    onChange(session);
  };
  const failure = (outcome: Extract<AccountOutcome, { ok: false }>) =>
    outcome.message ? asSentence(outcome.message) : 'That did not work. Please try again.';

  const submitForm = async () => {
    clearErrors();
    const names: FieldName[] =
      mode === 'sign_up' ? ['name', 'email', 'password'] : ['email', 'password'];
    const wrong = names.filter((name) => {
      const sentence = checkField(name, mode);
      if (sentence !== null) showFieldError(name, sentence);
      return sentence !== null;
    });
    const [first] = wrong;
    if (first !== undefined) {
      fields[first].focus();
      return;
    }
    submit.disabled = true;
    const email = fields.email.value.trim();
    const password = fields.password.value;
    const outcome =
      mode === 'sign_in'
        ? await signIn({ email, password })
        : await signUp({ email, password, name: fields.name.value.trim() });
    submit.disabled = false;
    if (outcome.ok) await finish();
    else setText(errorText, failure(outcome));
  };

  opener.addEventListener('click', () => {
    clearErrors();
    dialog.showModal();
    if (session.kind !== 'signed_in') fields.email.focus();
  });
  for (const id of ['account-close', 'account-close-signed-in']) {
    byId(id, HTMLButtonElement).addEventListener('click', () => dialog.close());
  }
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  byId('account-switch', HTMLButtonElement).addEventListener('click', () => {
    mode = mode === 'sign_in' ? 'sign_up' : 'sign_in';
    clearErrors();
    render();
    fields[mode === 'sign_in' ? 'email' : 'name'].focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!submit.disabled) void submitForm();
  });
  signOutButton.addEventListener('click', async () => {
    clearErrors();
    signOutButton.disabled = true;
    const outcome = await signOut();
    signOutButton.disabled = false;
    if (outcome.ok) await finish();
    else setText(signOutError, failure(outcome));
  });

  void refresh();
};

import { type AccountOutcome, signIn, signUp } from './account-client.ts';
import {
  type Check,
  checkEmail,
  checkName,
  checkNewPassword,
  checkPassword,
} from './check-fields.ts';
import { asClock, startCountdown } from './countdown.ts';
import {
  ACCOUNT_HOME,
  readNextPath,
  readStaffPath,
  STAFF_HOME,
  withNextPath,
} from './next-path.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import { mayBeSignedIn, readSession, watchSignedIn } from './session.ts';
import { enablePasswordToggle } from './show-password.ts';
import { createStaffEntrance } from './staff-entrance.ts';

type FieldName = 'name' | 'email' | 'password';
type Field = { name: FieldName; input: HTMLInputElement; error: HTMLElement; check: Check };

const find = <Found extends Element>(parent: ParentNode, selector: string): Found => {
  const found = parent.querySelector<Found>(selector);
  if (found === null) throw new Error(`The page has no "${selector}".`);
  return found;
};

/**
 * Makes the page's form for signing in (`data-account="sign-in"`) or up (`"sign-up"`) work, and
 * goes on to the address's `next`, or to the dashboard, once somebody is signed in. On the one for
 * staff (`"staff"`) that is the console, and customers are told that it is not for them.
 */
export const createAccountForm = (form: HTMLFormElement): void => {
  const isNewAccount = form.dataset.account === 'sign-up';
  const phone = form.dataset.phone ?? '';
  const entrance = form.dataset.account === 'staff' ? createStaffEntrance(form) : undefined;
  const next =
    entrance === undefined ? readNextPath(location.search) : readStaffPath(location.search);
  const notice = find<HTMLElement>(form, '[role="alert"]');
  const elsewhere = form.querySelector<HTMLElement>('[data-account-exists]');
  const submit = find<HTMLButtonElement>(form, 'button[type="submit"]');
  const submitText = submit.textContent.trim();
  const password = enablePasswordToggle(find(form, '.password-box'));
  const fieldOf = (name: FieldName, check: Check): Field => ({
    name,
    check,
    input: find(form, `input[name="${name}"]`),
    error: find(form, `#${name}-error`),
  });
  const fields: Field[] = [
    ...(isNewAccount ? [fieldOf('name', checkName)] : []),
    fieldOf('email', checkEmail),
    fieldOf('password', isNewAccount ? checkNewPassword : checkPassword),
  ];
  const inputOf = (name: FieldName): HTMLInputElement => find(form, `input[name="${name}"]`);
  /** `leaving`: signed in, until the next page is there. */
  let state: 'ready' | 'sending' | 'waiting' | 'leaving' = 'ready';
  let endCountdown = (): void => {};

  const setState = (to: typeof state): void => {
    state = to;
    form.setAttribute('aria-busy', String(to === 'sending' || to === 'leaving'));
    // Not `disabled`: that would take the focus from whoever just pressed it.
    submit.setAttribute('aria-disabled', String(to !== 'ready'));
    if (to === 'ready') submit.textContent = submitText;
    else if (to !== 'waiting') submit.textContent = submit.dataset.busyText ?? submitText;
  };
  const goOn = async (): Promise<void> => {
    setState('leaving');
    if (entrance !== undefined && !(await entrance.isOpen())) {
      inputOf('password').value = '';
      return setState('ready');
    }
    location.replace(next ?? (entrance === undefined ? ACCOUNT_HOME : STAFF_HOME));
  };
  const showNotice = (sentence: string, { isKnownAccount = false, isGood = false } = {}): void => {
    notice.classList.toggle('is-good', isGood);
    notice.classList.toggle('is-problem', !isGood);
    // Emptied first, so that the same sentence is read aloud again.
    notice.textContent = '';
    notice.textContent = sentence;
    if (elsewhere !== null) elsewhere.hidden = !isKnownAccount;
  };
  const showError = ({ input, error, name }: Field, sentence: string | null): void => {
    error.textContent = sentence ?? '';
    if (sentence === null) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    const hint = form.querySelector(`#${name}-hint`)?.id;
    const described = [sentence === null ? undefined : error.id, hint].filter(Boolean).join(' ');
    if (described === '') input.removeAttribute('aria-describedby');
    else input.setAttribute('aria-describedby', described);
  };
  const showFieldErrors = (): boolean => {
    let first: HTMLInputElement | undefined;
    for (const field of fields) {
      const sentence = field.check(field.input.value);
      showError(field, sentence);
      if (sentence !== null) first ??= field.input;
    }
    first?.focus();
    return first === undefined;
  };
  const waitFor = (seconds: number): void => {
    setState('waiting');
    endCountdown();
    endCountdown = startCountdown(seconds, (left) => {
      submit.textContent = `Try again in ${asClock(left)}`;
      if (left > 0) return;
      setState('ready');
      showNotice('You can try again now.', { isGood: true });
    });
  };
  const showRefusal = (outcome: Extract<AccountOutcome, { ok: false }>): void => {
    setState('ready');
    const code = outcome.kind === 'refused' ? outcome.refusal.code : '';
    const sentence = outcomeSentence(outcome, { phone, isOnline: navigator.onLine });
    showNotice(sentence, { isKnownAccount: code === 'account_exists' });
    if (outcome.kind === 'refused' && outcome.refusal.status === 429) {
      waitFor(outcome.refusal.retryAfterSeconds ?? 60);
    } else if (code === 'account_exists') markRefused('email');
    else if (code === 'wrong_credentials') markRefused('password');
  };
  /** The notice says what is wrong with it. */
  const markRefused = (name: FieldName): void => {
    const input = inputOf(name);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', notice.id);
    input.focus();
    input.select();
  };
  const send = async (): Promise<void> => {
    const email = inputOf('email').value.trim();
    const credentials = { email, password: inputOf('password').value };
    setState('sending');
    showNotice('');
    const outcome = isNewAccount
      ? await signUp({ name: inputOf('name').value.trim(), ...credentials })
      : await signIn(credentials);
    if (outcome.ok) await goOn();
    else showRefusal(outcome);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (state !== 'ready' || !showFieldErrors()) return;
    password.hide();
    void send();
  });
  for (const field of fields) {
    // Once told, people see at each key whether it is right now; before that nobody is interrupted.
    field.input.addEventListener('input', () => {
      if (field.input.hasAttribute('aria-invalid'))
        showError(field, field.check(field.input.value));
    });
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry-next]')) {
    link.href = withNextPath(link.pathname, next);
  }
  const reason = document.querySelector<HTMLElement>(
    next?.startsWith('/book') ? '[data-reason="booking"]' : '[data-reason="any"]',
  );
  if (reason !== null) reason.hidden = false;
  const leaveIfSignedIn = async (): Promise<void> => {
    // A customer who came from the console's page is told why, whatever this browser remembers.
    if (entrance === undefined && !mayBeSignedIn()) return;
    const session = await readSession();
    if (session.kind === 'signed_in' && state !== 'sending') await goOn();
  };
  // Brought back by the browser's "back" as it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    setState('ready');
    void leaveIfSignedIn();
  });
  watchSignedIn((isSignedIn) => {
    if (isSignedIn && state !== 'sending') void goOn();
  });

  submit.disabled = false;
  void leaveIfSignedIn();
};

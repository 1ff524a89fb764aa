import { useEffect, useRef, useState } from 'preact/hooks';
import { changePassword } from '../account/account-client.ts';
import { checkNewPassword, checkPassword, minPasswordLength } from '../account/check-fields.ts';
import { asClock, startCountdown } from '../account/countdown.ts';
import { outcomeSentence } from '../account/outcome-sentence.ts';
import { PasswordField } from './password-field.tsx';

interface Props {
  email: string;
  phone: string;
  /** Nobody is signed in any more. */
  onEnded: () => void;
}

type Notice = { kind: 'good' | 'problem'; sentence: string };

export const ChangePassword = ({ email, phone, onEnded }: Props) => {
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const [errors, setErrors] = useState<{ current?: string; next?: string }>({});
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isSending, setSending] = useState(false);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const endCountdown = useRef(() => {});
  useEffect(() => () => endCountdown.current(), []);
  const isReady = !isSending && waitSeconds === 0;

  const refuse = (field: 'current' | 'next', sentence: string) => {
    setErrors({ [field]: sentence });
    (field === 'current' ? current : next).current?.focus();
  };
  const send = async (form: HTMLFormElement) => {
    const currentPassword = current.current?.value ?? '';
    const newPassword = next.current?.value ?? '';
    const missing = checkPassword(currentPassword);
    const unfit = checkNewPassword(newPassword);
    setNotice(null);
    setErrors({
      ...(missing === null ? {} : { current: 'Enter your current password.' }),
      ...(unfit === null ? {} : { next: unfit }),
    });
    if (missing !== null) return current.current?.focus();
    if (unfit !== null) return next.current?.focus();
    setSending(true);
    const outcome = await changePassword({ currentPassword, newPassword });
    setSending(false);
    if (outcome.ok) {
      form.reset();
      const sentence = 'Your password is changed. All other browsers are signed out.';
      return setNotice({ kind: 'good', sentence });
    }
    const sentence = outcomeSentence(outcome, { phone, isOnline: navigator.onLine });
    if (outcome.kind === 'refused') {
      const { code, status, retryAfterSeconds } = outcome.refusal;
      if (code === 'wrong_credentials') return refuse('current', sentence);
      if (status === 401) return onEnded();
      if (status === 429) {
        endCountdown.current();
        endCountdown.current = startCountdown(retryAfterSeconds ?? 60, setWaitSeconds);
      }
    }
    setNotice({ kind: 'problem', sentence });
  };

  return (
    <details class="disclosure change-password">
      <summary>Change password</summary>
      <form
        class="stack"
        method="post"
        noValidate
        aria-busy={isSending}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void send(event.currentTarget);
        }}
      >
        {/* Password managers want to know whose password it is. */}
        <input
          class="visually-hidden"
          type="email"
          autocomplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField
          id="current-password"
          label="Current password"
          autocomplete="current-password"
          error={errors.current}
          inputRef={current}
        />
        <PasswordField
          id="new-password"
          label="New password"
          autocomplete="new-password"
          hint={`At least ${minPasswordLength} characters. All other browsers are signed out when it changes.`}
          error={errors.next}
          inputRef={next}
        />
        <p
          class={notice === null ? undefined : `notice is-${notice.kind}`}
          role={notice?.kind === 'problem' ? 'alert' : 'status'}
        >
          {notice?.sentence}
        </p>
        <div class="actions">
          <button type="submit" class="button button-small" aria-disabled={!isReady}>
            {waitSeconds > 0 ? `Try again in ${asClock(waitSeconds)}` : 'Change password'}
          </button>
        </div>
      </form>
    </details>
  );
};

import { useState } from 'preact/hooks';
import { signOut } from '../account/account-client.ts';
import { outcomeSentence } from '../account/outcome-sentence.ts';
import type { Session } from '../account/session.ts';
import type { BusinessWords } from './business-words.ts';
import { ChangePassword } from './change-password.tsx';

interface Props {
  session: Session;
  business: BusinessWords;
  onEnded: () => void;
}

/** How bookings are changed, and what people can do with their account. */
export const AccountSection = ({ session, business, onEnded }: Props) => {
  const [isSigningOut, setSigningOut] = useState(false);
  const [problem, setProblem] = useState('');
  const { phone, phoneHref, email } = business;

  const leave = async () => {
    if (isSigningOut) return;
    setSigningOut(true);
    setProblem('');
    const outcome = await signOut();
    if (outcome.ok) return location.assign('/');
    setSigningOut(false);
    setProblem(outcomeSentence(outcome, { phone, isOnline: navigator.onLine }));
  };

  return (
    <div class="dashboard-foot">
      {!(session.kind === 'signed_in' && session.isStaff) && (
        <section class="card" aria-labelledby="change-title">
          <h2 id="change-title">Change or cancel</h2>
          <p>
            A person takes care of it. Call <a href={phoneHref}>{phone}</a> or write to{' '}
            <a href={`mailto:${email}`}>{email}</a>, and have the booking's number at hand.
          </p>
        </section>
      )}
      <section class="card stack" aria-labelledby="account-title">
        <h2 id="account-title">Your account</h2>
        {session.kind === 'signed_in' && (
          <p class="account-who">
            <strong>{session.name}</strong>
            <span class="account-email">{session.email}</span>
          </p>
        )}
        <ChangePassword
          email={session.kind === 'signed_in' ? session.email : ''}
          phone={phone}
          onEnded={onEnded}
        />
        <div class="actions">
          <button
            type="button"
            class="button button-quiet button-small"
            aria-disabled={isSigningOut}
            onClick={() => void leave()}
          >
            Sign out
          </button>
        </div>
        <p class="field-error" role="alert">
          {problem}
        </p>
      </section>
    </div>
  );
};

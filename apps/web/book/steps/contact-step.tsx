import { TextField } from '../form-fields.tsx';
import { accountUrl } from '../place-in-url.ts';
import { useWizard } from '../wizard-context.ts';

export const ContactStep = () => {
  const { state, options } = useWizard();
  const { session } = state;
  const { limits } = options;
  const isSignedIn = session.kind === 'signed_in';
  return (
    <>
      {isSignedIn ? (
        <dl class="book-account">
          <dt>Signed in as</dt>
          <dd>
            {session.name !== '' && <strong>{session.name}</strong>}
            <span>{session.email}</span>
          </dd>
        </dl>
      ) : (
        <div class="book-account">
          <p>
            <strong>Have an account?</strong> Sign in to see this booking with your others. What you
            entered stays here.
          </p>
          <p class="actions">
            <a class="button button-quiet button-small" href={accountUrl('/login', 'contact')}>
              Sign in
            </a>
            <a class="button button-quiet button-small" href={accountUrl('/register', 'contact')}>
              Create account
            </a>
          </p>
        </div>
      )}
      <fieldset class="book-group">
        <legend>{isSignedIn ? 'Your telephone' : 'Or book as a guest'}</legend>
        {!(isSignedIn && session.name !== '') && (
          <TextField
            name="name"
            label="Name"
            autoComplete="name"
            maxLength={limits.max_name_characters}
          />
        )}
        {!isSignedIn && (
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label="E-mail"
            autoComplete="email"
            maxLength={limits.max_email_characters}
            hint="For the payment link."
          />
        )}
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          label="Telephone"
          autoComplete="tel"
          maxLength={limits.max_phone_characters}
          hint="For the driver, on the day."
        />
      </fieldset>
    </>
  );
};

import { type ReactNode, useState } from 'react';

/** Said where nobody has to sign in, until it is hidden; the next page load says it again. */
export function OpenModeNotice(): ReactNode {
  const [isHidden, setIsHidden] = useState(false);
  if (isHidden) return null;
  return (
    <section className="notice open-mode" aria-label="Open mode">
      <p>
        <strong>Everybody at this machine is an administrator.</strong> Set <code>ADMIN_EMAIL</code>{' '}
        and <code>ADMIN_PASSWORD</code> to ask people to sign in.
      </p>
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          setIsHidden(true);
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        Hide
      </button>
    </section>
  );
}

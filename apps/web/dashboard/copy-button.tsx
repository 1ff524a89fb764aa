import { useEffect, useState } from 'preact/hooks';

const SHOWN_MS = 3000;

/** Copies `text`; nothing where the browser does not let pages copy (plain http in a network). */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  if (typeof navigator.clipboard?.writeText !== 'function') return null;
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return (
    <>
      <button type="button" class="button-link copy-button" aria-label={label} onClick={copy}>
        Copy
      </button>
      <span class="copy-outcome" role="status">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && 'Not copied: please mark it by hand'}
      </span>
    </>
  );
};

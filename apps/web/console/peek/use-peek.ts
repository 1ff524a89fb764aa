import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type RecordReference, referenceText } from './record-reference.ts';

/** Opens and closes the drawer; it is part of the address, so Back closes it too. */
export function usePeek(): { open: (record: RecordReference) => void; close: () => void } {
  const navigate = useNavigate();
  return useMemo(() => {
    const show = (peek: string | undefined) =>
      void navigate({ to: '.', search: (search) => ({ ...search, peek }) });
    return { open: (record) => show(referenceText(record)), close: () => show(undefined) };
  }, [navigate]);
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type RecordReference, referenceText } from './record-reference.ts';

/** A link that opens a record in the drawer, where one is. */
export function RecordLink(props: { to: RecordReference; children: ReactNode }): ReactNode {
  return (
    <Link to="." search={(search) => ({ ...search, peek: referenceText(props.to) })}>
      {props.children}
    </Link>
  );
}

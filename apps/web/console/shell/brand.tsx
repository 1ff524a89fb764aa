import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The business by its name, as its website writes it; a link home. */
export function Brand({ name }: { name: string }): ReactNode {
  return (
    <Link to="/" className="brand" activeProps={{}}>
      <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M11 11V9a5 5 0 0 1 10 0v2M6 11h20l-1.600 15H7.600zM12.500 20h7" />
      </svg>
      <span className="brand-name">{name}</span>
    </Link>
  );
}

import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/request.ts';

/** A part of the page that could not be shown leaves the rest of it as it is. */
export function ChunkBoundary(props: {
  /** Another one is another try. */
  resetKey?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <CatchBoundary getResetKey={() => props.resetKey ?? ''} errorComponent={PartProblem}>
      {props.children}
    </CatchBoundary>
  );
}

/**
 * Says that a part of the page cannot be shown. Its code may be gone after an update of the server:
 * a browser keeps a failed import, so only a new page gets the new one.
 */
export function PartProblem({ error, reset }: ErrorComponentProps): ReactNode {
  return (
    <div className="error-state" role="alert">
      <p>
        {error instanceof ApiProblem
          ? error.message
          : 'This part of the console could not be shown. The server may have been updated since this page was opened: reload it.'}
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          Reload the page
        </button>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </div>
    </div>
  );
}

import type { ExecutionDetail, ExecutionSummary } from '@deskbell/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { request } from '../../api/request.ts';
import { useChange } from '../../api/use-change.ts';
import { useAskAubs } from '../../chat/use-ask-aubs.ts';
import { questionAbout } from '../../peek/record-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isWorthRetrying } from './explain-failure.ts';

type Decision = Pick<ExecutionSummary, 'status'> & { execution_id: string };

/** What a person can do about an execution in its status. */
export function ExecutionButtons(props: {
  execution: ExecutionDetail;
  /** The drawer asks AUBS by a button of its own. */
  isPeek: true | undefined;
  onChanged: () => void;
}): ReactNode {
  const { execution, isPeek, onChanged } = props;
  const { id, status } = execution;
  const [isCancelling, setCancelling] = useState(false);
  const askAubs = useAskAubs();
  const question = questionAbout({ kind: 'execution', id });
  const retry = useDecision(execution, 'retry');
  const cancel = useDecision(execution, 'cancel');

  const canChange = status === 'failed' || status === 'pending';
  if (isPeek === true && !canChange) return null;
  return (
    <div className="row">
      {status === 'failed' && (
        <button
          type="button"
          className={isWorthRetrying(execution.error_code) ? 'button button-primary' : 'button'}
          aria-disabled={retry.isRunning}
          onClick={() => {
            if (retry.isRunning) return;
            void retry.run().then((done) => {
              if (done !== undefined) onChanged();
            });
          }}
        >
          <Icon name="retry" />
          {retry.isRunning ? 'Asking for another try…' : 'Retry'}
        </button>
      )}
      {canChange && (
        <button type="button" className="button" onClick={() => setCancelling(true)}>
          Cancel…
        </button>
      )}
      {isPeek !== true && question !== undefined && (
        <button type="button" className="button" onClick={() => askAubs(question)}>
          <Icon name="chat" />
          Ask AUBS
        </button>
      )}
      <Dialog
        title="Cancel this execution?"
        isOpen={isCancelling}
        onClose={() => setCancelling(false)}
      >
        <p>
          Nothing more will be done with the mail “{execution.metadata.subject || '(no subject)'}”.
          The mail itself stays. This cannot be taken back.
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setCancelling(false)}>
            Keep it
          </button>
          <button
            type="button"
            className="button button-danger"
            aria-disabled={cancel.isRunning}
            onClick={() => {
              if (cancel.isRunning) return;
              void cancel.run().then((done) => {
                // Nothing can take the focus while a modal dialog is open.
                flushSync(() => setCancelling(false));
                if (done !== undefined) onChanged();
              });
            }}
          >
            Cancel for good
          </button>
        </div>
      </Dialog>
    </div>
  );
}

/** Asks the server; what is shown changes when it has said yes, and is read again when it says no. */
function useDecision({ id }: ExecutionDetail, verb: 'retry' | 'cancel') {
  const client = useQueryClient();
  const key = ['execution', id] as const;
  const change = useChange<undefined, Decision>({
    change: () =>
      request<Decision>(`/executions/${encodeURIComponent(id)}/${verb}`, { method: 'POST' }),
    invalidates: [key, ['executions'], ['emails'], ['overview']],
    onDone: ({ status }) =>
      client.setQueryData<ExecutionDetail>(
        key,
        // The stream may have been faster than this answer, and know of a later status.
        (known) =>
          known?.status === 'failed' || known?.status === 'pending'
            ? { ...known, status, error_code: null, error_message: null }
            : known,
      ),
  });
  const run = async (): Promise<Decision | undefined> => {
    const done = await change.run(undefined);
    if (done === undefined) void client.invalidateQueries({ queryKey: key });
    return done;
  };
  return { run, isRunning: change.isRunning };
}

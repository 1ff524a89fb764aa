import type { ExecutionDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { When } from '../../ui/when.tsx';
import { sayName } from './finding.ts';

type Entry = ExecutionDetail['audit'][number];

/** Who changed what, oldest first; nothing when nobody did. */
export function AuditTrail({ audit }: { audit: readonly Entry[] }): ReactNode {
  if (audit.length === 0) return null;
  return (
    <Panel title="Who did what">
      <ol className="audit-trail">
        {audit.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added at the end
          <li key={place}>
            <When at={entry.at} />
            <span>
              <strong>{entry.actor_name ?? 'Somebody no longer known'}</strong>{' '}
              {deeds[entry.what] ?? sayName(entry.what).toLowerCase()}
              {sayChanges(entry)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const deeds: Readonly<Record<string, string>> = {
  review_approved: 'approved the review',
  review_rejected: 'rejected the review',
  action_edited: 'edited a proposed action',
  task_changed: 'changed a task',
  deadline_changed: 'changed a deadline',
  execution_retried: 'asked for another try',
  execution_cancelled: 'cancelled it',
};

const SHORTEST = 60;

/** `: status open → done`, of the fields that changed and are short enough to be read in a line. */
function sayChanges({ what, before, after }: Entry): string {
  if (what.startsWith('execution_') || after === null) return '';
  const changes = Object.entries(after).flatMap(([name, value]) => {
    const earlier = before?.[name];
    if (name === 'id' || !isShort(value) || sayValue(earlier) === sayValue(value)) return [];
    const field = name.replaceAll('_', ' ');
    return earlier === undefined
      ? [`${field} ${sayValue(value)}`]
      : [`${field} ${sayValue(earlier)} → ${sayValue(value)}`];
  });
  return changes.length === 0 ? '' : `: ${changes.join(', ')}`;
}

const isShort = (value: unknown): boolean =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= SHORTEST);

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  const text = String(value);
  return text.length <= SHORTEST ? text : `${text.slice(0, SHORTEST).toWellFormed()}…`;
}

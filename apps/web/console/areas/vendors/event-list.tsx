import type { VendorDetail } from '@deskbell/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { RecordLink } from '../../peek/record-link.tsx';
import { Badge } from '../../ui/badge.tsx';
import { sayCount } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { When } from '../../ui/when.tsx';
import { eventKinds, sayEventKind } from './say-reliability.ts';

/** So many are shown before somebody asks for more. */
const FIRST_SHOWN = 12;

/** What was observed in the vendor's mails, newest first, and how often of each kind. */
export function EventList({ vendor }: { vendor: VendorDetail }): ReactNode {
  const { events, events_by_kind: kinds } = vendor;
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = isWhole ? events : events.slice(0, FIRST_SHOWN);
  if (events.length === 0) {
    return (
      <Panel title="What was observed">
        <p className="muted">
          Nothing yet. Deliveries, sums and numbers of invoices, prices, complaints and answers are
          observed as mails come in.
        </p>
      </Panel>
    );
  }

  function showAll(): void {
    flushSync(() => setIsWhole(true));
    list.current?.querySelectorAll('a')[FIRST_SHOWN]?.focus();
  }

  return (
    <Panel title="What was observed">
      <table className="data-table">
        <caption className="visually-hidden">Events by kind</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Kept
            </th>
            <th scope="col" className="number">
              Broken
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, kept, broken }) => (
            <tr key={kind}>
              <td>{eventKinds[kind]}</td>
              <td className="number">{sayCount(kept)}</td>
              <td className="number">{sayCount(broken)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul ref={list} className="vendor-list">
        {shown.map(({ execution_id, kind, is_kept, detail, observed_at }) => (
          <li key={`${execution_id} ${kind} ${detail}`}>
            <p>
              <RecordLink to={{ kind: 'execution', id: execution_id }}>
                {detail || sayEventKind[kind]}
              </RecordLink>
            </p>
            <p className="row muted small">
              <Badge tone={is_kept ? 'good' : 'bad'}>{is_kept ? 'kept' : 'broken'}</Badge>
              {detail !== '' && <span>{sayEventKind[kind]}</span>}
              <When at={observed_at} />
            </p>
          </li>
        ))}
      </ul>
      {shown.length < events.length && (
        <p>
          <button type="button" className="button" onClick={showAll}>
            Show {events.length - shown.length} more
          </button>
        </p>
      )}
    </Panel>
  );
}

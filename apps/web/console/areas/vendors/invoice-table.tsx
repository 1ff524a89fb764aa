import type { VendorDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sayDay } from '../../ui/time-words.ts';
import { sayAmount } from './say-reliability.ts';

/** The vendor's latest invoices; nothing without any. */
export function InvoiceTable({ invoices }: { invoices: VendorDetail['invoices'] }): ReactNode {
  if (invoices.length === 0) return null;
  return (
    <Panel title="Latest invoices">
      <table className="data-table vendor-invoices">
        <caption className="visually-hidden">Latest invoices, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Due</th>
            <th scope="col" className="number">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ execution_id, number, due, total_cents, currency, duplicate_of }) => (
            <tr key={`${execution_id} ${number}`}>
              <td>
                <RecordLink to={{ kind: 'execution', id: execution_id }}>{number}</RecordLink>
                {duplicate_of !== null && (
                  <span className="vendor-duplicate">
                    {' '}
                    came before in{' '}
                    <RecordLink to={{ kind: 'execution', id: duplicate_of }}>this mail</RecordLink>
                  </span>
                )}
              </td>
              <td>{due === null ? '–' : `${sayDay(due)}, ${due.slice(0, 4)}`}</td>
              <td className="number">{sayAmount(total_cents, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

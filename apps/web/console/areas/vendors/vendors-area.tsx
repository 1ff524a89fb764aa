import type { Vendor } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { useReadAgain } from '../../live/use-read-again.ts';
import { usePeek } from '../../peek/use-peek.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { sayCount } from '../../ui/figures.ts';
import { FilterBar, SearchFilter } from '../../ui/filter-bar.tsx';
import { When } from '../../ui/when.tsx';
import { readVendors } from './read-vendors.ts';
import { Reliability } from './reliability.tsx';
import { readVendorsSearch } from './search.ts';
import './vendors.css';

const READ_AGAIN_MS = 10_000;

const columns: readonly Column<Vendor>[] = [
  {
    id: 'vendor',
    header: 'Vendor',
    width: '2fr',
    isPrimary: true,
    cell: ({ name, domain }) => (
      <span className="vendor-cell">
        <span className="vendor-name">{name}</span>
        <span className="vendor-domain">{domain ?? 'known from invoices only'}</span>
      </span>
    ),
  },
  {
    id: 'reliability',
    header: 'Reliability',
    width: '15rem',
    cell: ({ reliability }) => <Reliability of={reliability} />,
  },
  {
    id: 'mails',
    header: 'Mails',
    width: '6rem',
    align: 'end',
    cell: ({ mail_count }) => sayCount(mail_count),
    isSecondary: true,
  },
  {
    id: 'seen',
    header: 'Last seen',
    width: '10rem',
    cell: ({ last_seen_at }) => <When at={last_seen_at} />,
  },
];

/** Everybody who sells to the business, the latest seen first. */
export function VendorsArea(): ReactNode {
  const navigate = useNavigate();
  const { q } = useSearch({ from: '/vendors' });
  const peek = usePeek();
  const list = useLiveList<Vendor>({
    queryKey: ['vendors', { q }],
    read: (page) => readVendors(present({ q }), page),
    idOf,
  });
  useReadAgain('vendors', ['executions'], READ_AGAIN_MS);
  const searchFor = (words: string | undefined): void =>
    void navigate({
      to: '/vendors',
      search: ({ session, peek }) => present({ session, peek, ...readVendorsSearch({ q: words }) }),
      replace: true,
    });
  return (
    <>
      <AreaHead title="Vendors" />
      <FilterBar>
        <SearchFilter
          label="How the name or domain begins"
          value={q}
          placeholder="boxri…"
          onChange={searchFor}
        />
      </FilterBar>
      <DataTable
        label="Vendors, the latest seen first"
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/vendors/$id', params: { id } })}
        onPeek={({ id }) => peek.open({ kind: 'vendor', id })}
        hrefOf={({ id }) => `/staff/vendors/${id}`}
        empty={
          q === undefined
            ? {
                title: 'No vendor is known yet',
                next: (
                  <p>
                    A vendor is known from its first mail or invoice on. The operations guide says
                    how mail gets in.
                  </p>
                ),
              }
            : {
                title: `No vendor whose name or domain begins with “${q}”`,
                next: (
                  <button type="button" className="button" onClick={() => searchFor(undefined)}>
                    Show all vendors
                  </button>
                ),
              }
        }
      />
    </>
  );
}

const idOf = ({ id }: Vendor): string => id;

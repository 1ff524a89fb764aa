import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReadAgain } from '../../live/use-read-again.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Loaded } from '../../ui/states.tsx';
import { vendorQuery } from './read-vendors.ts';
import { VendorView } from './vendor-view.tsx';

const READ_AGAIN_MS = 5_000;

/** Everything about one vendor. */
export function VendorPage(): ReactNode {
  const { id } = useParams({ from: '/vendors/$id' });
  const query = useQuery(vendorQuery(id));
  useReadAgain('vendor', ['executions', 'tasks'], READ_AGAIN_MS);
  return (
    <>
      <p className="back-link">
        <Link to="/vendors">All vendors</Link>
      </p>
      <AreaHead title={query.data?.name ?? 'Vendor'} />
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={12}>
        {(vendor) => <VendorView key={id} vendor={vendor} />}
      </Loaded>
    </>
  );
}

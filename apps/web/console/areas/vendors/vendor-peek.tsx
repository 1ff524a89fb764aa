import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReadAgain } from '../../live/use-read-again.ts';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { Loaded } from '../../ui/states.tsx';
import { vendorQuery } from './read-vendors.ts';
import { VendorView } from './vendor-view.tsx';

const READ_AGAIN_MS = 5_000;

/** What the drawer shows of a vendor. */
export function VendorPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(vendorQuery(id));
  useReadAgain('vendor', ['executions', 'tasks'], READ_AGAIN_MS);
  return (
    <>
      <OutOfDate query={query} />
      <Loaded query={query} skeletonRows={8}>
        {(vendor) => (
          <>
            <h3 className="peek-subject" dir="auto">
              <Link to="/vendors/$id" params={{ id }}>
                {vendor.name}
              </Link>
            </h3>
            <VendorView key={id} vendor={vendor} />
          </>
        )}
      </Loaded>
    </>
  );
}

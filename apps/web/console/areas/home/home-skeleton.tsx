import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/states.tsx';

/** As high as what comes, so that nothing jumps. */
export function HomeSkeleton(): ReactNode {
  return (
    <div className="home-columns">
      <div className="panel home-waiting">
        <Skeleton rows={12} />
      </div>
      <div className="tiles" aria-hidden="true">
        {Array.from({ length: 8 }, (_, tile) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tiles without content have nothing else
          <div key={tile} className="tile tile-waiting" />
        ))}
      </div>
    </div>
  );
}

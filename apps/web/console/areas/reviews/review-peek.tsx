import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePeek } from '../../peek/use-peek.ts';
import { Loaded } from '../../ui/states.tsx';
import { findNext, takesFocus } from './go-on.ts';
import { reviewQuery } from './read-reviews.ts';
import { ReviewView } from './review-view.tsx';

/** What the drawer shows of a review. Beside the list the next one follows a decision. */
export function ReviewPeek({ id }: { id: string }): ReactNode {
  const query = useQuery(reviewQuery(id));
  const { open } = usePeek();
  const isInArea = useRouterState({ select: ({ location }) => location.pathname === '/reviews' });
  return (
    <Loaded query={query} skeletonRows={8}>
      {(review) => (
        <ReviewView
          key={review.id}
          review={review}
          titleAs="h3"
          takesFocus={takesFocus}
          onDecided={async (decided) => {
            if (!isInArea) return;
            const next = await findNext(decided);
            if (next !== undefined) open({ kind: 'review', id: next.id });
          }}
        />
      )}
    </Loaded>
  );
}

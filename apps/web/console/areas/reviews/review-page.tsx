import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useShortcut } from '../../keys/use-shortcut.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Loaded } from '../../ui/states.tsx';
import { findNext, takesFocus } from './go-on.ts';
import { reviewQuery } from './read-reviews.ts';
import { ReviewView } from './review-view.tsx';
import { reviewsSearchWith } from './search.ts';

/** One review in place of the list; the next one follows a decision. */
export function ReviewPage(props: { id: string; isPeeking: boolean }): ReactNode {
  const { id, isPeeking } = props;
  const navigate = useNavigate();
  const query = useQuery(reviewQuery(id));
  const show = (open: string | undefined): void =>
    void navigate({ to: '/reviews', search: (before) => reviewsSearchWith(before, { open }) });
  useShortcut({
    key: 'Escape',
    label: 'Back to the list',
    group: 'This page',
    run: () => {
      if (isPeeking) return false;
      show(undefined);
    },
  });
  return (
    <>
      <p className="back-link">
        <Link to="/reviews" search={(before) => reviewsSearchWith(before, { open: undefined })}>
          All reviews
        </Link>
      </p>
      <AreaHead title="Review" />
      <div className="panel review-panel">
        <Loaded query={query} skeletonRows={10}>
          {(review) => (
            <ReviewView
              key={review.id}
              review={review}
              titleAs="h2"
              takesFocus={takesFocus}
              onDecided={async (decided) => {
                const next = await findNext(decided);
                if (next !== undefined) show(next.id);
              }}
            />
          )}
        </Loaded>
      </div>
    </>
  );
}

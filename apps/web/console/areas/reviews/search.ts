import { choiceOf, present, type RootSearch, readRootSearch, textOf } from '../../search.ts';

/** What the address of this area may hold beside what every place has. */
export interface ReviewsSearch {
  /** Without it what is pending. */
  status?: 'approved' | 'rejected';
  /** The review that is shown instead of the list. */
  open?: string;
}

const ID = /^[\w-]{1,100}$/;

export const readReviewsSearch = (search: Record<string, unknown>): ReviewsSearch => {
  const open = textOf(search.open);
  return present({
    status: choiceOf(search.status, ['approved', 'rejected']),
    open: open !== undefined && ID.test(open) ? open : undefined,
  });
};

/** The address of this area with some of it changed. */
export function reviewsSearchWith(
  before: object,
  change: { [Name in keyof (ReviewsSearch & RootSearch)]?: string | undefined },
): RootSearch & ReviewsSearch {
  const fields = { ...before, ...change };
  return { ...readRootSearch(fields), ...readReviewsSearch(fields) };
}

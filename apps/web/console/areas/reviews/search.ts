/** What the address of this area may hold beside what every place has. */
export type ReviewsSearch = Record<never, never>;

export const readReviewsSearch = (_search: Record<string, unknown>): ReviewsSearch => ({});

import type { Session } from '../account/session.ts';
import { type Draft, emptyDraft, readField } from './draft.ts';
import { type FieldError, type FieldName, stepOfField } from './fields.ts';
import { noPrice, type PriceState } from './live-price.ts';
import type { Receipt } from './receipt.ts';
import type { PlaceName } from './steps.ts';

/** A sentence above the form that is no error of a field. */
export interface Notice {
  tone: 'good' | 'problem';
  text: string;
  /** The chat's values can be asked for again. */
  canRetryClaim?: boolean;
}

export interface WizardState {
  draft: Draft;
  place: PlaceName;
  session: Session;
  /** False while it is not known yet what came from the chat and who is signed in. */
  isReady: boolean;
  price: PriceState;
  /** What a check of a step or the server refused; each stays until its field is edited. */
  errors: readonly FieldError[];
  /** Fields that were left once: only for those an error of the running estimate is shown. */
  touched: readonly FieldName[];
  /** What went wrong with going on or booking, apart from fields. */
  alert: string | undefined;
  notice: Notice | undefined;
  /** Going on waits for the server's word on this step. */
  isChecking: boolean;
  isBooking: boolean;
  receipt: Receipt | undefined;
  /** Where the focus is to go, once for each number. */
  focus: { target: 'heading' | 'summary'; number: number };
}

export const initialState = (draft: Draft = emptyDraft()): WizardState => ({
  draft,
  place: 'service',
  session: { kind: 'unknown' },
  isReady: false,
  price: noPrice,
  errors: [],
  touched: [],
  alert: undefined,
  notice: undefined,
  isChecking: false,
  isBooking: false,
  receipt: undefined,
  focus: { target: 'heading', number: 0 },
});

/** The errors to show, one for a field at most, those of other steps included. */
export const shownErrors = (state: WizardState): FieldError[] => {
  const { draft, errors, price, touched } = state;
  const fromEstimate = price.errors.filter(
    ({ field }) => touched.includes(field) && (readField(draft, field) ?? '') !== '',
  );
  const shown = new Map<FieldName, FieldError>();
  for (const error of [...errors, ...fromEstimate]) {
    if (!shown.has(error.field)) shown.set(error.field, error);
  }
  return [...shown.values()];
};

/** The errors of the summary on top of a step: what a check or the server refused of its fields. */
export const summaryErrors = ({ errors, place }: WizardState): FieldError[] =>
  errors.filter(({ field }) => stepOfField(field) === place);

import type { BookingOptions } from '@deskbell/protocol';
import type { Session } from '../account/session.ts';
import type { BookingApi } from './api.ts';
import { bookOnce } from './book-once.ts';
import { checkFlightDate } from './check-flight-date.ts';
import { beginClaim, finishClaim } from './claim-handoff.ts';
import { bookedAs, contactOf } from './contact.ts';
import { type Draft, emptyDraft, type FieldValue, hasOrder, writeField } from './draft.ts';
import type { DraftStorage } from './draft-storage.ts';
import { type FieldError, type FieldName, stepOfField } from './fields.ts';
import { dollars } from './in-words.ts';
import { createLivePrice } from './live-price.ts';
import { missingFields } from './missing-fields.ts';
import type { Navigation } from './navigation.ts';
import { claimNotices, MAYBE_BOOKED } from './notices.ts';
import { chooseService } from './options.ts';
import { placeUrl, readPlace } from './place-in-url.ts';
import { nextStep, type PlaceName, reachableStep, type StepName, stepIndex } from './steps.ts';
import { orderOf } from './to-order.ts';
import { initialState, type WizardState } from './wizard-state.ts';

const ESTIMATE_DELAY_MS = 300;

export interface WizardStore {
  state(): WizardState;
  subscribe(listener: () => void): () => void;
  /** Reads the address, the draft, the session and the chat's values. To be called once. */
  start(): Promise<void>;
  /** Somebody has signed in or out, in another tab perhaps. */
  readSessionAgain(): Promise<void>;
  /** Ends requests and listeners. */
  close(): void;
  set(field: FieldName, value: FieldValue): void;
  setSpecialtyItem(item: string, count: number): void;
  /** A field was left: what the estimate says of it may be shown. */
  touch(field: FieldName): void;
  /** Shows a step, or the first incomplete one before it, and moves the focus to it. */
  go(step: StepName): void;
  /** Checks the step shown and goes on to the next. */
  goOn(): Promise<void>;
  book(): Promise<void>;
  retryClaim(): Promise<void>;
  bookAnother(): void;
  isComplete(step: StepName): boolean;
}

/** The wizard without its looks: what was entered, where one is, and what the server says. */
export const createWizardStore = (options: {
  options: BookingOptions;
  api: BookingApi;
  storage: DraftStorage;
  navigation: Navigation;
  /** Who is signed in. Never rejects. */
  readSession: () => Promise<Session>;
}): WizardStore => {
  const { api, storage, navigation } = options;
  const listeners = new Set<() => void>();
  let state = initialState(storage.read());
  let stopListening = (): void => {};

  const update = (changed: Partial<WizardState>): void => {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  };
  const livePrice = createLivePrice({
    api,
    delayMs: ESTIMATE_DELAY_MS,
    onChange: (price) => update({ price }),
  });
  const keep = (draft: Draft): void => {
    storage.write(draft);
    update({ draft });
    livePrice.update(orderOf(draft, options.options));
  };
  const check = (step: StepName): FieldError[] =>
    missingFields(step, { draft: state.draft, options: options.options, session: state.session });
  const isComplete = (step: StepName): boolean => check(step).length === 0;

  const focusOn = (target: 'heading' | 'summary'): void =>
    update({ focus: { target, number: state.focus.number + 1 } });

  const show = (place: PlaceName): void => {
    update({ place, alert: undefined });
    if (place === 'review') void askForReview();
  };
  /** The price to confirm; what has become impossible since it was entered is shown where it is. */
  const askForReview = async (): Promise<void> => {
    const { errors } = await livePrice.ask(orderOf(state.draft, options.options));
    if (state.place === 'review' && errors.length > 0) refuse(errors);
  };
  /** Shows what the address asks for, as far as it can be reached; the address follows. */
  const showAsked = (): void => {
    const asked = readPlace(navigation.search());
    const receipt = navigation.receipt();
    if (asked.isBooked && receipt !== undefined) {
      update({ receipt });
      show('booked');
      return;
    }
    const place = reachableStep(asked.step, isComplete);
    if (placeUrl(place) !== `/book${navigation.search()}`) navigation.replace(placeUrl(place));
    show(place);
  };
  const showFirstIncomplete = (): void => {
    const place = reachableStep(undefined, isComplete);
    navigation.replace(placeUrl(place));
    show(place);
  };
  const go = (step: StepName): void => {
    const place = reachableStep(step, isComplete);
    if (place !== state.place) navigation.push(placeUrl(place));
    update({ notice: undefined });
    show(place);
    focusOn('heading');
  };
  /** Shows wrong fields where they are, with the focus on their summary. */
  const refuse = (errors: readonly FieldError[]): void => {
    const [first] = [...errors].sort(
      (a, b) => stepIndex(stepOfField(a.field)) - stepIndex(stepOfField(b.field)),
    );
    update({ errors });
    if (first !== undefined) {
      const step = stepOfField(first.field);
      if (step !== state.place) {
        navigation.push(placeUrl(step));
        show(step);
      }
    }
    focusOn('summary');
  };

  /** Whether the chat's values are in the draft now. */
  const claim = async (): Promise<boolean> => {
    const pending = state.draft.claim;
    if (pending === null) return false;
    const { outcome, apply } = await finishClaim(api, pending);
    // An edit meanwhile has given up the claim, or a newer hand-over has replaced it.
    if (state.draft.claim?.claimKey !== pending.claimKey) return false;
    keep(apply(state.draft));
    update({ notice: claimNotices[outcome], errors: [], touched: [] });
    return outcome === 'applied';
  };

  const edit = (change: (draft: Draft) => Draft, field: FieldName): void => {
    update({ errors: state.errors.filter((error) => error.field !== field), alert: undefined });
    const canRetryClaim = state.notice?.canRetryClaim === true;
    if (canRetryClaim) update({ notice: undefined });
    keep({ ...change(state.draft), claim: null });
  };

  const book = async (): Promise<void> => {
    const { draft, price, session } = state;
    if (state.isBooking || price.isLoading) return;
    if (price.price === undefined) {
      // It could not be asked for when the review opened.
      await askForReview();
      if (state.place === 'review' && state.price.price === undefined) {
        update({ alert: state.price.problem });
        focusOn('summary');
      }
      return;
    }
    update({ isBooking: true, alert: undefined, notice: undefined });
    const contact = contactOf(draft, session);
    const outcome = await bookOnce({
      api,
      body: {
        order: orderOf(draft, options.options),
        contact,
        expected_total_cents: price.price.total_cents,
        ...bookedAs(session),
      },
      unfinished: draft.attempt,
      keep: (attempt) => {
        update({ draft: { ...state.draft, attempt } });
        storage.write(state.draft);
      },
    });
    update({ isBooking: false });
    switch (outcome.kind) {
      case 'booked': {
        const { booking, isEarlierOrder } = outcome;
        const receipt = {
          number: booking.number,
          totalCents: booking.price.total_cents,
          pickupDate: booking.pickup_date,
          email: contact.email,
          isEarlierOrder,
        };
        storage.clear();
        livePrice.update({});
        navigation.replace(placeUrl('booked'), receipt);
        update({ ...initialState(), session: state.session, isReady: true, receipt });
        update({ place: 'booked', draft: { ...emptyDraft(), contact: draft.contact } });
        focusOn('heading');
        return;
      }
      case 'price-changed':
        livePrice.replace(outcome.price);
        update({
          alert: `The price has changed: it is ${dollars(outcome.price.total_cents)} now. Please look at it below and press “Book” again if you agree.`,
        });
        focusOn('summary');
        return;
      case 'wrong-fields':
        refuse(outcome.errors);
        return;
      case 'failed':
        update({ alert: outcome.message });
        focusOn('summary');
        update({ session: await options.readSession() }); // It may have ended.
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      stopListening = navigation.onPop(() => {
        showAsked();
        focusOn('heading');
      });
      const asked = readPlace(navigation.search());
      if (asked.handoffId !== undefined) {
        const begun = beginClaim(state.draft, asked.handoffId);
        storage.write(begun);
        update({ draft: begun });
      } else if (asked.serviceType !== undefined || asked.packageType !== undefined) {
        keep(chooseService(state.draft, asked, options.options));
        if (isComplete('service')) navigation.replace(placeUrl('details'));
      }
      const [session, isClaimed] = await Promise.all([options.readSession(), claim()]);
      update({ session });
      if (isClaimed) showFirstIncomplete();
      else showAsked();
      if (state.draft.attempt !== null && state.place === 'review') {
        update({ notice: MAYBE_BOOKED });
      }
      if (hasOrder(state.draft)) livePrice.update(orderOf(state.draft, options.options));
      update({ isReady: true });
    },
    readSessionAgain: async () => update({ session: await options.readSession() }),
    close: () => {
      stopListening();
      livePrice.close();
      listeners.clear();
    },
    set: (field, value) => edit((draft) => writeField(draft, field, value), field),
    setSpecialtyItem: (item, count) =>
      edit(
        (draft) => ({ ...draft, specialtyItems: { ...draft.specialtyItems, [item]: count } }),
        'item_description',
      ),
    touch: (field) => {
      if (!state.touched.includes(field)) update({ touched: [...state.touched, field] });
    },
    go,
    goOn: async () => {
      const { place } = state;
      if (place === 'booked' || place === 'review' || state.isChecking) return;
      const missing = check(place);
      if (missing.length > 0) {
        refuse(missing);
        return;
      }
      if (place !== 'service' && place !== 'contact') {
        update({ isChecking: true });
        const [{ errors }, flightErrors] = await Promise.all([
          livePrice.ask(orderOf(state.draft, options.options)),
          place === 'details' ? checkFlightDate(api, state.draft) : [],
        ]);
        update({ isChecking: false });
        if (state.place !== place) return;
        const wrong = [...errors, ...flightErrors].filter(
          ({ field }) => stepIndex(stepOfField(field)) <= stepIndex(place),
        );
        if (wrong.length > 0) {
          refuse(wrong);
          return;
        }
      }
      update({ errors: [] });
      go(nextStep(place));
    },
    book,
    retryClaim: async () => {
      update({ isReady: false, notice: undefined });
      if (await claim()) showFirstIncomplete();
      update({ isReady: true });
      focusOn('heading');
    },
    bookAnother: () => {
      update({ receipt: undefined });
      navigation.push(placeUrl('service'));
      show('service');
      focusOn('heading');
    },
    isComplete,
  };
};

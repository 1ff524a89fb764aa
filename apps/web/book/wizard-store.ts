import type { BookingOptions } from '@deskbell/protocol';
import type { Session } from '../account/session.ts';
import type { BookingApi } from './api.ts';
import { checkFlightDate } from './check-flight-date.ts';
import { beginClaim, finishClaim } from './claim-handoff.ts';
import { createConfirmation } from './confirm-booking.ts';
import { asNewOrder, type Draft, type FieldValue, hasOrder, writeField } from './draft.ts';
import type { DraftStorage } from './draft-storage.ts';
import { type FieldError, type FieldName, stepOfField } from './fields.ts';
import { createSessionFollower } from './follow-session.ts';
import { createLivePrice } from './live-price.ts';
import { missingFields } from './missing-fields.ts';
import type { Navigation } from './navigation.ts';
import { claimNotices, MAYBE_BOOKED, SIGNED_OUT } from './notices.ts';
import { chooseService } from './options.ts';
import { placeUrl, readPlace } from './place-in-url.ts';
import { createPlaces } from './places.ts';
import { createStateHolder } from './state-holder.ts';
import { nextStep, type StepName, stepIndex } from './steps.ts';
import { orderOf } from './to-order.ts';
import { initialState, type WizardState } from './wizard-state.ts';

const ESTIMATE_DELAY_MS = 300;

export interface WizardStore {
  state(): WizardState;
  subscribe(listener: () => void): () => void;
  /** Reads the address, the draft, the session and the chat's values. To be called once. */
  start(): Promise<void>;
  /** Asks again who is signed in: somebody has signed in, or a session has run out. */
  followSession(): Promise<void>;
  /** Somebody has signed out: nothing that was entered stays, here or in storage. */
  forget(): void;
  /** The browser shows the page as it was left, perhaps long ago. */
  resume(): void;
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
  const holder = createStateHolder(initialState(storage.read()));
  const { update, get: state } = holder;
  let stopListening = (): void => {};

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
  const check = (step: StepName): FieldError[] => {
    const { draft, session } = state();
    return missingFields(step, { draft, options: options.options, session });
  };
  const isComplete = (step: StepName): boolean => check(step).length === 0;

  const followSession = createSessionFollower({
    holder,
    places: () => places,
    isComplete,
    readSession: options.readSession,
  });
  /** The price to confirm; what has become impossible since it was entered is shown where it is. */
  const askForReview = async (): Promise<void> => {
    const { errors } = await livePrice.ask(orderOf(state().draft, options.options));
    if (state().place === 'review' && errors.length > 0) places.refuse(errors);
  };
  const places = createPlaces({
    holder,
    navigation,
    isComplete,
    onReview: () => {
      void askForReview();
      if (state().isReady) void followSession();
    },
  });
  const book = createConfirmation({
    ...options,
    holder,
    places,
    livePrice,
    askForReview,
    followSession,
  });

  /** Whether the chat's values are in the draft now. */
  const claim = async (): Promise<boolean> => {
    const pending = state().draft.claim;
    if (pending === null) return false;
    const { outcome, apply } = await finishClaim(api, pending);
    // An edit meanwhile has given up the claim, or a newer hand-over has replaced it.
    if (state().draft.claim?.claimKey !== pending.claimKey) return false;
    keep(apply(state().draft));
    update({ notice: claimNotices[outcome], errors: [], touched: [] });
    return outcome === 'applied';
  };

  const edit = (change: (draft: Draft) => Draft, field: FieldName): void => {
    const { errors, notice, draft } = state();
    update({ errors: errors.filter((error) => error.field !== field), alert: undefined });
    if (notice?.canRetryClaim === true) update({ notice: undefined });
    keep({ ...asNewOrder(change(draft)), claim: null });
  };

  const forget = (): void => {
    storage.clear();
    livePrice.update({});
    const { focus } = state();
    const session: Session = { kind: 'signed_out' };
    update({ ...initialState(), session, focus, isReady: true });
    places.restart();
    update({ notice: SIGNED_OUT });
  };

  return {
    state,
    subscribe: holder.subscribe,
    start: async () => {
      stopListening = navigation.onPop(() => {
        places.showAsked();
        places.focusOn('heading');
      });
      const asked = readPlace(navigation.search());
      if (asked.handoffId !== undefined) {
        const begun = beginClaim(state().draft, asked.handoffId);
        storage.write(begun);
        update({ draft: begun });
      } else if (asked.serviceType !== undefined || asked.packageType !== undefined) {
        keep(chooseService(state().draft, asked, options.options));
        if (isComplete('service')) navigation.replace(placeUrl('details'));
      }
      const [session, isClaimed] = await Promise.all([options.readSession(), claim()]);
      update({ session });
      if (isClaimed) places.showFirstIncomplete();
      else places.showAsked();
      if (asked.isHandoffBroken) update({ notice: claimNotices.gone });
      if (state().draft.attempt !== null && state().place === 'review') {
        update({ notice: MAYBE_BOOKED });
      }
      if (hasOrder(state().draft)) livePrice.update(orderOf(state().draft, options.options));
      update({ isReady: true });
    },
    followSession,
    forget,
    resume: () => {
      if (storage.isLost()) forget();
      else void followSession();
    },
    close: () => {
      stopListening();
      livePrice.close();
      holder.close();
    },
    set: (field, value) => edit((draft) => writeField(draft, field, value), field),
    setSpecialtyItem: (item, count) =>
      edit(
        (draft) => ({ ...draft, specialtyItems: { ...draft.specialtyItems, [item]: count } }),
        'item_description',
      ),
    touch: (field) => {
      const { touched } = state();
      if (!touched.includes(field)) update({ touched: [...touched, field] });
    },
    go: places.go,
    goOn: async () => {
      const { place, isChecking } = state();
      if (place === 'booked' || place === 'review' || isChecking) return;
      const missing = check(place);
      if (missing.length > 0) {
        places.refuse(missing);
        return;
      }
      if (place !== 'service' && place !== 'contact') {
        update({ isChecking: true });
        const [{ errors }, flightErrors] = await Promise.all([
          livePrice.ask(orderOf(state().draft, options.options)),
          place === 'details' ? checkFlightDate(api, state().draft) : [],
        ]);
        update({ isChecking: false });
        if (state().place !== place) return;
        const wrong = [...errors, ...flightErrors].filter(
          ({ field }) => stepIndex(stepOfField(field)) <= stepIndex(place),
        );
        if (wrong.length > 0) {
          places.refuse(wrong);
          return;
        }
      }
      update({ errors: [] });
      places.go(nextStep(place));
    },
    book,
    retryClaim: async () => {
      update({ isReady: false, notice: undefined });
      if (await claim()) places.showFirstIncomplete();
      update({ isReady: true });
      places.focusOn('heading');
    },
    bookAnother: () => {
      update({ receipt: undefined });
      places.go('service');
    },
    isComplete,
  };
};

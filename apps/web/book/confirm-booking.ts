import type { BookingOptions } from '@deskbell/protocol';
import type { BookingApi } from './api.ts';
import { bookOnce } from './book-once.ts';
import { bookedAs, contactOf } from './contact.ts';
import { asNewOrder, emptyDraft } from './draft.ts';
import type { DraftStorage } from './draft-storage.ts';
import { dollars } from './in-words.ts';
import type { LivePrice } from './live-price.ts';
import type { Navigation } from './navigation.ts';
import { BOOKED_ELSEWHERE } from './notices.ts';
import { placeUrl } from './place-in-url.ts';
import type { Places } from './places.ts';
import { receiptOf, withoutPerson } from './receipt.ts';
import type { StateHolder } from './state-holder.ts';
import { orderOf } from './to-order.ts';
import { initialState } from './wizard-state.ts';

/** The last button: books what is reviewed, at the price that is shown, and shows what became of it. */
export const createConfirmation = (options: {
  options: BookingOptions;
  api: BookingApi;
  storage: DraftStorage;
  navigation: Navigation;
  holder: StateHolder;
  places: Places;
  livePrice: LivePrice;
  askForReview: () => Promise<void>;
  followSession: () => Promise<void>;
}): (() => Promise<void>) => {
  const { holder, places, livePrice, storage, navigation } = options;

  const askForPrice = async (): Promise<void> => {
    await options.askForReview();
    const { place, price } = holder.get();
    if (place !== 'review' || price.price !== undefined) return;
    holder.update({ alert: price.problem });
    places.focusOn('summary');
  };

  return async () => {
    const { draft, price, session, isBooking } = holder.get();
    if (isBooking) return;
    // It could not be asked for when the review opened.
    if (price.price === undefined) return askForPrice();
    // One that is being asked for again need not be waited for: the server books at no other price
    // than the one that is shown.
    holder.update({ isBooking: true, alert: undefined, notice: undefined });
    const contact = contactOf(draft, session);
    const outcome = await bookOnce({
      api: options.api,
      body: {
        order: orderOf(draft, options.options),
        contact,
        expected_total_cents: price.price.total_cents,
        ...bookedAs(session),
      },
      unfinished: draft.attempt,
      key: draft.bookingKey,
      keep: (attempt) => {
        const { draft } = holder.get();
        holder.update({ draft: { ...draft, attempt } });
        storage.write({ ...draft, attempt });
      },
    });
    holder.update({ isBooking: false });
    switch (outcome.kind) {
      case 'booked': {
        const { booking, isEarlierOrder } = outcome;
        const receipt = receiptOf(booking, {
          options: options.options,
          email: contact.email,
          isEarlierOrder,
        });
        storage.clear();
        livePrice.update({});
        navigation.replace(placeUrl('booked'), withoutPerson(receipt));
        const { session, focus } = holder.get();
        holder.update({
          ...initialState({ ...emptyDraft(), contact: draft.contact }),
          place: 'booked',
          session,
          focus,
          isReady: true,
          receipt,
        });
        places.focusOn('heading');
        return;
      }
      case 'price-changed':
        livePrice.replace(outcome.price);
        holder.update({
          alert: `The price has changed: it is ${dollars(outcome.price.total_cents)} now. Please look at it below and press “Book” again if you agree.`,
        });
        places.focusOn('summary');
        return;
      case 'wrong-fields':
        places.refuse(outcome.errors);
        return;
      case 'booked-elsewhere': {
        const another = asNewOrder(holder.get().draft);
        storage.write(another);
        holder.update({ draft: another, alert: BOOKED_ELSEWHERE });
        places.focusOn('summary');
        return;
      }
      case 'failed':
        holder.update({ alert: outcome.message });
        places.focusOn('summary');
        // The session may have ended, which would be why.
        await options.followSession();
    }
  };
};

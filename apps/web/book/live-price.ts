import type { BookingOrder, BookingPrice } from '@deskbell/protocol';
import type { BookingApi } from './api.ts';
import type { FieldError } from './fields.ts';

/** What the server last said about an order's price. */
export interface PriceState {
  /** Undefined when what is known of the order has no price yet. */
  price: BookingPrice | undefined;
  errors: readonly FieldError[];
  /** An answer for newer values is on its way. */
  isLoading: boolean;
  /** The server could not be asked, or would not say; a sentence. */
  problem: string | undefined;
}

export const noPrice: PriceState = {
  price: undefined,
  errors: [],
  isLoading: false,
  problem: undefined,
};

export const UNREACHABLE =
  'We cannot reach our server. Please check your connection and try again; nothing you entered is lost.';

/** Whether an order says enough to have a price; without it there is nothing to ask. */
const hasPrice = (order: BookingOrder): boolean => {
  switch (order.service_type) {
    case 'mini_move':
      return order.package_type !== undefined;
    case 'standard_delivery':
      return (order.standard_delivery_item_count ?? 0) > 0 || order.item_description !== undefined;
    case 'blade_transfer':
      return order.blade_bag_count !== undefined;
    default:
      return false;
  }
};

export interface LivePrice {
  /** Asks soon, once for several changes in a row; an order that was asked about is not asked again. */
  update(order: BookingOrder): void;
  /** Asks now; the answer is also reported as the state. */
  ask(order: BookingOrder): Promise<PriceState>;
  /** Takes over a price that the server told on another way. */
  replace(price: BookingPrice): void;
  close(): void;
}

/**
 * The server's price of an order while it is being written. An older answer never replaces a newer
 * one: its request is cancelled. The one who calls it closes it.
 */
export const createLivePrice = (options: {
  api: Pick<BookingApi, 'estimate'>;
  delayMs: number;
  onChange: (state: PriceState) => void;
}): LivePrice => {
  const { api, delayMs, onChange } = options;
  let state = noPrice;
  let askedFor = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  const report = (changed: Partial<PriceState>): PriceState => {
    state = { ...state, ...changed };
    onChange(state);
    return state;
  };
  const cancel = (): void => {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
  };

  const ask = async (order: BookingOrder): Promise<PriceState> => {
    cancel();
    askedFor = JSON.stringify(order);
    if (!hasPrice(order)) return report(noPrice);
    const controller = new AbortController();
    running = controller;
    report({ isLoading: true });
    const answer = await api.estimate(order, controller.signal);
    if (running !== controller) return state;
    running = undefined;
    if (answer.kind === 'ok') {
      return report({ price: answer.value, errors: [], isLoading: false, problem: undefined });
    }
    // Asked again by the next change, even by one that leaves the order as it is.
    askedFor = '';
    if (answer.kind !== 'refused') return report({ isLoading: false, problem: UNREACHABLE });
    const { errors, message } = answer;
    const problem = errors.length > 0 ? undefined : message;
    return report({ price: undefined, errors, isLoading: false, problem });
  };

  return {
    ask,
    update: (order) => {
      const wanted = JSON.stringify(order);
      if (wanted === askedFor) return;
      askedFor = wanted;
      cancel();
      if (!hasPrice(order)) {
        report(noPrice);
        return;
      }
      report({ isLoading: true });
      timer = setTimeout(() => void ask(order), delayMs);
    },
    replace: (price) => {
      cancel();
      report({ price, errors: [], isLoading: false, problem: undefined });
    },
    close: cancel,
  };
};

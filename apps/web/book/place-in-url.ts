import { isStepName, type PlaceName, type StepName } from './steps.ts';

/** What the page's address asks for. Anything unknown in it is ignored. */
export interface AskedPlace {
  step: StepName | undefined;
  isBooked: boolean;
  /** Of a hand-over from the chat. */
  handoffId: string | undefined;
  /** The address names a hand-over that cannot be one. */
  isHandoffBroken: boolean;
  /** From a link on another page, such as `?service=mini_move&package=petite`. */
  serviceType: string | undefined;
  packageType: string | undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const readPlace = (search: string): AskedPlace => {
  const query = new URLSearchParams(search);
  const step = query.get('step');
  const handoff = query.get('handoff');
  const isHandoff = handoff !== null && uuid.test(handoff);
  return {
    step: isStepName(step) ? step : undefined,
    isBooked: step === 'booked',
    handoffId: isHandoff ? handoff.toLowerCase() : undefined,
    isHandoffBroken: handoff !== null && !isHandoff,
    serviceType: query.get('service') ?? undefined,
    packageType: query.get('package') ?? undefined,
  };
};

export const placeUrl = (place: PlaceName): string => `/book?step=${place}`;

/** Where signing in or up comes back to this place from. */
export const accountUrl = (page: '/login' | '/register', place: PlaceName): string =>
  `${page}?next=${encodeURIComponent(placeUrl(place))}`;

import { type Draft, emptyDraft } from './draft.ts';
import { isFieldName } from './fields.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.length <= 5000;
const isWhole: Check = (value) => Number.isSafeInteger(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const oneOf =
  (...texts: string[]): Check =>
  (value) =>
    texts.some((text) => text === value);
/** Each of its own keys is known and has a value of the right kind. */
const fieldsOf =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([key, part]) => Object.hasOwn(checks, key) && checks[key]?.(part) === true,
    );

const isAddress = fieldsOf({
  address_line_1: isText,
  city: isText,
  state: isText,
  zip_code: isText,
});

const isOrder = fieldsOf({
  service_type: oneOf('mini_move', 'standard_delivery', 'blade_transfer'),
  package_type: oneOf('petite', 'standard', 'full'),
  standard_delivery_item_count: isWhole,
  item_description: isText,
  blade_bag_count: isWhole,
  transfer_direction: oneOf('to_airport', 'from_airport'),
  blade_airport: isText,
  blade_terminal: isText,
  blade_flight_date: isText,
  blade_flight_time: isText,
  pickup_date: isText,
  pickup_time: oneOf('morning', 'morning_specific', 'no_time_preference'),
  pickup_hour: isWhole,
  include_packing: isFlag,
  include_unpacking: isFlag,
  coi_required: isFlag,
  special_instructions: isText,
  pickup_address: isAddress,
  delivery_address: isAddress,
});

const isContact = fieldsOf({ name: isText, email: isText, phone: isText });

const isCounts: Check = (value) => isObject(value) && Object.values(value).every(isWhole);

const isClaim: Check = (value) =>
  value === null || (isObject(value) && isText(value.handoffId) && isText(value.claimKey));

const isAttempt: Check = (value) =>
  value === null ||
  (isObject(value) &&
    isText(value.key) &&
    isObject(value.body) &&
    isOrder(value.body.order) &&
    isContact(value.body.contact) &&
    isWhole(value.body.expected_total_cents));

const checks: { [Key in keyof Draft]: Check } = {
  version: (value) => value === 1,
  bookingKey: (value) => isText(value) && value !== '',
  order: isOrder,
  specialtyItems: isCounts,
  contact: isContact,
  fromChat: (value) =>
    Array.isArray(value) && value.every((name) => typeof name === 'string' && isFieldName(name)),
  claim: isClaim,
  appliedHandoffId: (value) => value === null || isText(value),
  attempt: isAttempt,
};

/** Whether a value is an order as a draft holds one; every field of it may be missing. */
export const isDraftOrder = (value: unknown): value is Draft['order'] => isOrder(value);

/** A stored draft; undefined when it is damaged or of another version. */
export const parseDraft = (text: string): Draft | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const stored = value;
  const isDraft = Object.entries(checks).every(([key, check]) => check(stored[key]));
  return isDraft ? { ...emptyDraft(), ...(stored as Partial<Draft>) } : undefined;
};

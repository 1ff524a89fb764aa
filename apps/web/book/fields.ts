import type { StepName } from './steps.ts';

export type AddressRole = 'pickup' | 'delivery';
export type AddressPart = 'address_line_1' | 'city' | 'state' | 'zip_code';
export type ContactField = 'name' | 'email' | 'phone';

/** A field of the wizard, named as the server's `errors` name it: a path in the order or contact. */
export type FieldName =
  | 'service_type'
  | 'package_type'
  | 'include_packing'
  | 'include_unpacking'
  | 'coi_required'
  | 'standard_delivery_item_count'
  | 'item_description'
  | 'transfer_direction'
  | 'blade_airport'
  | 'blade_terminal'
  | 'blade_bag_count'
  | 'blade_flight_date'
  | 'blade_flight_time'
  | 'pickup_date'
  | 'pickup_time'
  | 'pickup_hour'
  | 'special_instructions'
  | `${AddressRole}_address.${AddressPart}`
  | ContactField;

/** What is wrong with one field, as a sentence for the customer. */
export interface FieldError {
  field: FieldName;
  message: string;
}

const steps: Record<FieldName, StepName> = {
  service_type: 'service',
  package_type: 'details',
  include_packing: 'details',
  include_unpacking: 'details',
  coi_required: 'details',
  standard_delivery_item_count: 'details',
  item_description: 'details',
  transfer_direction: 'details',
  blade_airport: 'details',
  blade_terminal: 'details',
  blade_bag_count: 'details',
  blade_flight_date: 'details',
  blade_flight_time: 'details',
  pickup_date: 'date',
  pickup_time: 'date',
  pickup_hour: 'date',
  'pickup_address.address_line_1': 'addresses',
  'pickup_address.city': 'addresses',
  'pickup_address.state': 'addresses',
  'pickup_address.zip_code': 'addresses',
  'delivery_address.address_line_1': 'addresses',
  'delivery_address.city': 'addresses',
  'delivery_address.state': 'addresses',
  'delivery_address.zip_code': 'addresses',
  special_instructions: 'addresses',
  name: 'contact',
  email: 'contact',
  phone: 'contact',
};

export const isFieldName = (text: string): text is FieldName => Object.hasOwn(steps, text);

/** The step whose form has this field. */
export const stepOfField = (field: FieldName): StepName => steps[field];

/** The id of a field's control (of its first one, when it is a group of choices). */
export const fieldId = (field: FieldName): string => `field-${field.replaceAll(/[._]/g, '-')}`;

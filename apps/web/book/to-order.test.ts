import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bookingOptionsOf } from '../../server/bookings/booking-options.ts';
import { createBusiness } from '../../server/bookings/business.ts';
import { readShippedCatalogue } from '../../server/bookings/shipped-catalogue.ts';
import { findSpecialtyItems } from '../../server/bookings/specialty-items.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { missingFields } from './missing-fields.ts';
import { chooseService } from './options.ts';
import { orderOf } from './to-order.ts';

const business = createBusiness(readShippedCatalogue());
const options = bookingOptionsOf(business);
const draftOf = (order: Draft['order'], more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  ...more,
  order,
});
const missing = (step: Parameters<typeof missingFields>[0], draft: Draft) =>
  missingFields(step, { draft, options, session: { kind: 'signed_out' } }).map(
    ({ field }) => field,
  );

describe('the order that is sent', () => {
  it('has only the fields of its service, and none that is empty', () => {
    const draft = draftOf({
      service_type: 'mini_move',
      package_type: 'petite',
      blade_bag_count: 4,
      transfer_direction: 'to_airport',
      include_packing: false,
      item_description: '  ',
      special_instructions: ' ring twice ',
      pickup_address: { city: ' New York ', zip_code: '' },
      delivery_address: { city: '' },
    });
    assert.deepEqual(orderOf(draft, options), {
      service_type: 'mini_move',
      package_type: 'petite',
      include_packing: false,
      special_instructions: 'ring twice',
      pickup_address: { city: 'New York' },
    });
  });

  it('has one address when the other end is an airport', () => {
    const order = {
      service_type: 'blade_transfer',
      pickup_address: { zip_code: '10001' },
      delivery_address: { zip_code: '10002' },
    } as const;
    const to = orderOf(draftOf({ ...order, transfer_direction: 'to_airport' }), options);
    const from = orderOf(draftOf({ ...order, transfer_direction: 'from_airport' }), options);
    assert.deepEqual([to.pickup_address, to.delivery_address], [{ zip_code: '10001' }, undefined]);
    assert.deepEqual(
      [from.pickup_address, from.delivery_address],
      [undefined, { zip_code: '10002' }],
    );
  });

  it('names counted specialty items so that the server finds them, beside the own words', () => {
    const specialtyItems = Object.fromEntries(
      options.specialty_items.map(({ item }, index) => [item, index + 1]),
    );
    const draft = draftOf(
      { service_type: 'standard_delivery', item_description: '3 boxes of books' },
      { specialtyItems },
    );
    const order = orderOf(draft, options);
    assert.equal(order.standard_delivery_item_count, 0);
    const found = findSpecialtyItems(order.item_description ?? '', business.specialty_item.items);
    assert.deepEqual(
      Object.fromEntries(found.map(({ item, quantity }) => [item.item, quantity])),
      specialtyItems,
    );
  });

  it('drops a time of day that the chosen size does not have, with its hour', () => {
    const order = {
      service_type: 'mini_move',
      pickup_time: 'morning_specific',
      pickup_hour: 9,
    } as const;
    const petite = orderOf(draftOf({ ...order, package_type: 'petite' }), options);
    assert.equal(petite.pickup_time, undefined);
    assert.equal(petite.pickup_hour, undefined);
    const standard = orderOf(draftOf({ ...order, package_type: 'standard' }), options);
    assert.deepEqual([standard.pickup_time, standard.pickup_hour], ['morning_specific', 9]);
  });

  it('has the only time of day that there is without a choice', () => {
    const order = orderOf(draftOf({ service_type: 'standard_delivery' }), options);
    assert.equal(order.pickup_time, 'morning');
  });
});

describe('what a step still needs', () => {
  it('is a service, before anything else', () => {
    assert.deepEqual(missing('service', emptyDraft()), ['service_type']);
  });

  it('is a countable number of things', () => {
    const delivery = (count: number | undefined, words?: string) =>
      draftOf({
        service_type: 'standard_delivery',
        standard_delivery_item_count: count,
        item_description: words,
      });
    for (const draft of [
      delivery(undefined),
      delivery(0),
      delivery(1001),
      delivery(undefined, 'a crib'),
    ]) {
      assert.deepEqual(missing('details', draft), ['standard_delivery_item_count']);
    }
    for (const draft of [delivery(1), delivery(0, 'a crib')]) {
      assert.deepEqual(missing('details', draft), []);
    }
    const bags = (count: number) =>
      missing('details', draftOf({ service_type: 'blade_transfer', blade_bag_count: count }));
    assert.ok(bags(1).includes('blade_bag_count'));
    assert.ok(!bags(2).includes('blade_bag_count'));
  });

  it('is a terminal of the chosen airport', () => {
    const draft = draftOf({
      service_type: 'blade_transfer',
      transfer_direction: 'to_airport',
      blade_airport: 'JFK',
      blade_terminal: 'A',
      blade_bag_count: 2,
      blade_flight_date: '2026-12-20',
      blade_flight_time: '10:00',
    });
    assert.deepEqual(missing('details', draft), ['blade_terminal']);
  });

  it('is nothing of an account that is signed in, except the telephone', () => {
    const account = { name: 'Ann', email: 'ann@example.com', isStaff: false };
    const session = { kind: 'signed_in', ...account } as const;
    const entered = { draft: emptyDraft(), options, session };
    assert.deepEqual(
      missingFields('contact', entered).map(({ field }) => field),
      ['phone'],
    );
    assert.deepEqual(missing('contact', emptyDraft()), ['name', 'email', 'phone']);
  });

  it('is an address or a number that can be none', () => {
    const contact = { name: 'Ann', email: 'ann@example.com', phone: '(212) 555-0123' };
    const wrong = (part: Partial<typeof contact>) =>
      missing('contact', { ...emptyDraft(), contact: { ...contact, ...part } });
    assert.deepEqual(wrong({}), []);
    for (const email of ['off@example', 'example.com', 'a@b.', '@b.co', 'a b']) {
      assert.deepEqual(wrong({ email }), ['email'], email);
    }
    for (const phone of ['abc', '12', '555-012']) assert.deepEqual(wrong({ phone }), ['phone']);
    for (const phone of ['5550123', '+44 20 7946 0018']) assert.deepEqual(wrong({ phone }), []);
    // An account's address is not asked for, whatever it looks like.
    const session = { kind: 'signed_in', name: 'A', email: 'a@b', isStaff: false } as const;
    const draft = { ...emptyDraft(), contact: { phone: '5550123' } };
    assert.deepEqual(missingFields('contact', { draft, options, session }), []);
  });
});

describe('a link from another page', () => {
  it('sets service and size where both exist, and nothing else', () => {
    const draft = draftOf({ service_type: 'blade_transfer', special_instructions: 'stay' });
    const asked = { serviceType: 'mini_move', packageType: 'petite' };
    assert.deepEqual(chooseService(draft, asked, options).order, {
      service_type: 'mini_move',
      package_type: 'petite',
      special_instructions: 'stay',
    });
    for (const unknown of [
      { serviceType: 'ship', packageType: 'petite' },
      { serviceType: undefined, packageType: 'huge' },
    ]) {
      assert.equal(chooseService(draft, unknown, options), draft);
    }
  });
});

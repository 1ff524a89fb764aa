import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createBusiness } from './business.ts';
import { estimatePrice, type PriceRequest } from './estimate-price.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

const business = createBusiness(readShippedCatalogue());
const time = { now: new Date('2026-06-01T15:00:00Z'), timezone: 'America/New_York' };

function estimate(request: PriceRequest) {
  const outcome = estimatePrice(business, request, time);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
  return outcome.value;
}

function refusal(request: PriceRequest): string {
  const outcome = estimatePrice(business, request, time);
  assert.ok(!outcome.ok, 'should be refused');
  return outcome.reason;
}

const miniMove = { serviceType: 'mini_move' } as const;
const delivery = { serviceType: 'standard_delivery' } as const;
const transfer = { serviceType: 'blade_transfer' } as const;
const specialty = { serviceType: 'specialty_item' } as const;

describe('what cannot be priced is refused with what is missing', () => {
  const cases: [string, PriceRequest, RegExp][] = [
    [
      'one chosen hour with a tier that has no price for it',
      { ...miniMove, miniMoveTier: 'petite', pickupTime: 'morning_specific' },
      /not offered/,
    ],
    [
      'one chosen hour of a delivery',
      { ...delivery, itemCount: 3, pickupTime: 'morning_specific' },
      /not offered/,
    ],
    ['a Mini Move without a tier', miniMove, /tier: petite .*standard .*full/],
    ['a delivery without a number of items', delivery, /number of items/],
    [
      'a delivery of 0 items',
      { ...delivery, itemCount: 0 },
      /at least 1 item, or a specialty item/,
    ],
    [
      '0 items of something unknown',
      { ...delivery, itemCount: 0, itemDescription: 'piano' },
      /at least 1 item/,
    ],
    ['a negative number of items', { ...delivery, itemCount: -1 }, /whole number/],
    ['half an item', { ...delivery, itemCount: 1.5 }, /whole number/],
    ['a transfer without bags', transfer, /number of bags/],
    ['a transfer of 1 bag', { ...transfer, bagCount: 1 }, /2 bags at least/],
    [
      'an address outside the area',
      { ...transfer, bagCount: 2, deliveryZip: '33139' },
      /delivery ZIP code 33139 is outside/,
    ],
    [
      'a pickup that has no ZIP code',
      { ...transfer, bagCount: 2, pickupZip: 'abc' },
      /pickup ZIP code must be/,
    ],
    [
      'a day that does not exist',
      { ...delivery, itemCount: 3, pickupDate: '2026-02-30' },
      /real date/,
    ],
    [
      'a day in the past',
      { ...delivery, itemCount: 3, pickupDate: '2026-05-31' },
      /in the past; today is 2026-06-01/,
    ],
  ];
  for (const [name, request, reason] of cases) {
    test(name, () => assert.match(refusal(request), reason));
  }
});

describe('totals', () => {
  const cases: [string, PriceRequest, number][] = [
    ['petite', { ...miniMove, miniMoveTier: 'petite' }, 995],
    ['standard', { ...miniMove, miniMoveTier: 'standard' }, 1950],
    ['full', { ...miniMove, miniMoveTier: 'full' }, 3250],
    ['petite + COI', { ...miniMove, miniMoveTier: 'petite', coiRequired: true }, 1045],
    ['standard + COI', { ...miniMove, miniMoveTier: 'standard', coiRequired: true }, 1950],
    ['full + COI', { ...miniMove, miniMoveTier: 'full', coiRequired: true }, 3250],
    [
      'petite + packing',
      { ...miniMove, miniMoveTier: 'petite', includePacking: true },
      995 + 1400 + 115.5,
    ],
    [
      'petite + unpacking',
      { ...miniMove, miniMoveTier: 'petite', includeUnpacking: true },
      995 + 1130 + 93.23,
    ],
    [
      'petite + both + COI',
      {
        ...miniMove,
        miniMoveTier: 'petite',
        includePacking: true,
        includeUnpacking: true,
        coiRequired: true,
      },
      995 + 1400 + 1130 + 208.73 + 50,
    ],
    [
      'standard + both',
      { ...miniMove, miniMoveTier: 'standard', includePacking: true, includeUnpacking: true },
      1950 + 2535 + 2265 + 396,
    ],
    [
      'full + both',
      { ...miniMove, miniMoveTier: 'full', includePacking: true, includeUnpacking: true },
      3250 + 5070 + 4525 + 791.59,
    ],
    ['1 item', { ...delivery, itemCount: 1 }, 285],
    ['3 items', { ...delivery, itemCount: 3 }, 285],
    ['5 items', { ...delivery, itemCount: 5 }, 475],
    ['3 items same day', { ...delivery, itemCount: 3, isSameDay: true }, 645],
    ['3 items + COI', { ...delivery, itemCount: 3, coiRequired: true }, 335],
    ['2 bags', { ...transfer, bagCount: 2 }, 150],
    ['4 bags', { ...transfer, bagCount: 4 }, 300],
    [
      '2 bags from and to 07101',
      { ...transfer, bagCount: 2, pickupZip: '07101', deliveryZip: '07101' },
      500,
    ],
    [
      '2 bags from 10001 to 07101',
      { ...transfer, bagCount: 2, pickupZip: '10001', deliveryZip: '07101' },
      325,
    ],
    ['ZIP+4 in the surcharge zone', { ...transfer, bagCount: 2, pickupZip: ' 07101-1234 ' }, 325],
    ['a Peloton', { ...specialty, itemDescription: 'Peloton' }, 500],
    [
      'a Peloton counted as 1 item',
      { ...specialty, itemDescription: 'Peloton', itemCount: 1 },
      500,
    ],
    ['2 surfboards', { ...specialty, itemDescription: '2 surfboards' }, 700],
    ['2 surfboards, counted', { ...specialty, itemDescription: 'surfboard', itemCount: 2 }, 700],
    [
      'a crib the same day with COI',
      { ...specialty, itemDescription: 'crib', isSameDay: true, coiRequired: true },
      760,
    ],
    [
      'a wardrobe box to 07101',
      { ...specialty, itemDescription: 'wardrobe box', deliveryZip: '07101' },
      450,
    ],
    ['0 items and a surfboard', { ...delivery, itemCount: 0, itemDescription: 'surfboard' }, 350],
    ['a surfboard, number not given', { ...delivery, itemDescription: 'surfboard' }, 350],
    [
      '2 items and a Peloton',
      { ...delivery, itemCount: 2, itemDescription: '2 boxes, Peloton' },
      785,
    ],
  ];
  for (const [name, request, total] of cases) {
    test(`${name}: $${total}`, () =>
      assert.equal(estimate(request).totalCents, Math.round(total * 100)));
  }
});

describe('the pickup date', () => {
  const petite = { ...miniMove, miniMoveTier: 'petite' } as const;
  const cases: [string, PriceRequest, number][] = [
    ['a weekday adds nothing', { ...petite, pickupDate: '2026-06-10' }, 995],
    ['a Saturday adds $175 to a Mini Move', { ...petite, pickupDate: '2026-06-13' }, 1170],
    [
      'a Sunday adds $50 to a delivery',
      { ...delivery, itemCount: 3, pickupDate: '2026-06-14' },
      335,
    ],
    ['a weekday peak adds $175 to a Mini Move', { ...petite, pickupDate: '2026-06-30' }, 1170],
    ['a peak Saturday adds its surcharge once', { ...petite, pickupDate: '2026-07-04' }, 1170],
    [
      'a peak day adds $50 to a specialty item',
      { ...specialty, itemDescription: 'crib', pickupDate: '2026-09-14' },
      400,
    ],
    [
      'a Saturday adds nothing to a transfer',
      { ...transfer, bagCount: 2, pickupDate: '2026-06-13' },
      150,
    ],
    ['next year has its own Labor Day', { ...petite, pickupDate: '2027-09-06' }, 1170],
    [
      'today is priced, even though it is booked by phone',
      { ...petite, pickupDate: '2026-06-01' },
      995,
    ],
  ];
  for (const [name, request, total] of cases) {
    test(name, () => assert.equal(estimate(request).totalCents, total * 100));
  }

  test('without it the disclaimer says that surcharges may apply, with it not', () => {
    assert.match(estimate(petite).disclaimer, /surcharges may apply/);
    assert.doesNotMatch(estimate({ ...petite, pickupDate: '2026-06-13' }).disclaimer, /may apply/);
  });
});

test('an estimate names each of its lines', () => {
  const { lines } = estimate({
    ...miniMove,
    miniMoveTier: 'petite',
    includePacking: true,
    coiRequired: true,
    deliveryZip: '11954',
    pickupDate: '2026-06-13',
  });
  assert.deepEqual(lines, [
    { label: 'Petite Move', amountCents: 99500 },
    { label: 'Professional packing', amountCents: 140000 },
    { label: 'Tax on packing and unpacking (8.25%)', amountCents: 11550 },
    { label: 'Certificate of Insurance', amountCents: 5000 },
    { label: 'Weekend surcharge, Saturday, June 13, 2026', amountCents: 17500 },
    { label: 'Service-area surcharge, delivery in 11954', amountCents: 17500 },
  ]);
});

test('an unknown specialty item gets a note with the known prices instead of a total', () => {
  for (const request of [
    specialty,
    { ...specialty, itemDescription: 'grand piano', itemCount: 1 },
  ]) {
    const { totalCents, lines, note } = estimate(request);
    assert.deepEqual([totalCents, lines], [null, []]);
    assert.match(note ?? '', /Surfboard \$350.*\(631\) 595-5100/);
  }
});

test('ordinary items are said to be missing from a specialty price only when some were named', () => {
  const specialty = { serviceType: 'specialty_item' } as const;
  const disclaimerOf = (itemDescription: string) =>
    estimate({ ...specialty, itemDescription }).disclaimer;
  assert.doesNotMatch(disclaimerOf('my Peloton'), /Ordinary items/);
  assert.match(disclaimerOf('a Peloton and 3 boxes'), /Ordinary items/);
});

test('wishes that a service does not have are named, not silently priced at nothing', () => {
  assert.match(
    estimate({ ...delivery, itemCount: 3, includePacking: true }).disclaimer,
    /not in this price/,
  );
  assert.match(
    estimate({ ...transfer, bagCount: 2, isSameDay: true }).disclaimer,
    /same-day transfer, call/,
  );
});

test('a changed price in the data is a changed estimate', () => {
  const shipped = readShippedCatalogue();
  shipped.catalogue.standard_delivery.pricePerItemCents = 10001;
  const changed = createBusiness(shipped);
  const outcome = estimatePrice(changed, { ...delivery, itemCount: 5 }, time);
  assert.equal(outcome.ok && outcome.value.totalCents, 50005);
});

test('any request gives whole cents that add up, or one sentence', () => {
  const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
    fc.option(arbitrary, { nil: undefined });
  const zip = fc.constantFrom('10001', '07101', '33139', 'abc', '');
  const request = fc.record({
    serviceType: fc.constantFrom(
      'mini_move',
      'standard_delivery',
      'specialty_item',
      'blade_transfer',
    ),
    miniMoveTier: optional(fc.constantFrom('petite', 'standard', 'full')),
    itemCount: optional(fc.oneof(fc.integer({ min: -2, max: 500 }), fc.double())),
    bagCount: optional(fc.integer({ min: -2, max: 500 })),
    itemDescription: optional(fc.oneof(fc.string(), fc.constantFrom('peloton', '3 cribs'))),
    pickupZip: optional(zip),
    deliveryZip: optional(zip),
    includePacking: optional(fc.boolean()),
    includeUnpacking: optional(fc.boolean()),
    coiRequired: optional(fc.boolean()),
    isSameDay: optional(fc.boolean()),
    pickupDate: optional(fc.oneof(fc.string(), fc.constantFrom('2026-07-04', '2027-02-29'))),
  }) as fc.Arbitrary<PriceRequest>;
  fc.assert(
    fc.property(request, (wanted) => {
      const outcome = estimatePrice(business, wanted, time);
      if (!outcome.ok) {
        assert.ok(outcome.reason.length > 10);
        return;
      }
      const { lines, totalCents } = outcome.value;
      assert.ok(lines.every(({ amountCents }) => Number.isSafeInteger(amountCents)));
      const sum = lines.reduce((total, { amountCents }) => total + amountCents, 0);
      assert.equal(totalCents ?? sum, sum);
    }),
    { numRuns: 500 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDaysBetween } from './business-days.ts';
import { observeDelivery } from './observe-delivery.ts';
import { comparePrice } from './price-jump.ts';
import { subjectWords } from './read-history.ts';
import { foldName, senderKey } from './vendor-key.ts';

test('a vendor is its registrable domain, at a public provider the whole address', () => {
  assert.equal(senderKey('billing@mail.boxes.co.uk'), 'boxes.co.uk');
  assert.equal(senderKey('Pat.Reed@Gmail.com'), 'pat.reed@gmail.com');
  assert.notEqual(senderKey('pat@gmail.com'), senderKey('sam@gmail.com'));
  assert.equal(senderKey('notify@quickbooks.com'), null);
  assert.equal(senderKey(''), null);
  assert.equal(senderKey('nobody'), null);
});

test('names are one whatever their case, accents, punctuation and legal form', () => {
  assert.equal(foldName('The Ácme Co., Ltd.'), 'acme');
  assert.equal(foldName('ACME'), 'acme');
  assert.notEqual(foldName('Acme Boxes'), foldName('Acme Vans'));
  assert.equal(foldName('Company'), 'company');
  assert.equal(foldName(' \u0000.,'), '');
});

test('deliveries: only what is stated, not asked, negated or possible', () => {
  const kind = (text: string) => observeDelivery(text)?.kind ?? null;
  assert.equal(kind('Your order is delayed by two days.'), 'late');
  assert.equal(kind('The truck never showed yesterday.'), 'late');
  assert.equal(kind('The boxes were delivered on time.'), 'met');
  assert.equal(kind('The boxes were not delivered on time.'), 'late');
  assert.equal(kind('Your shipment has been delivered.'), 'arrived');
  assert.equal(kind('Your order is not delayed.'), null);
  assert.equal(kind('Is the delivery delayed?'), null);
  assert.equal(kind('If the delivery is late, call us.'), null);
  assert.equal(kind('The delivery may be late.'), null);
  assert.equal(kind('Our reply was late, sorry.'), null);
  assert.equal(kind('The pallets arrived on time. The second order was late.'), null);
  assert.equal(kind(''), null);
  const started = process.cpuUsage();
  observeDelivery('order late '.repeat(100_000));
  assert.ok(process.cpuUsage(started).user < 1_000_000);
});

test('a price jump is over 1.25 times the median of at least three earlier totals', () => {
  assert.equal(comparePrice(1_000, [100, 100]), null);
  assert.equal(comparePrice(1_000, [0, 0, 0]), null);
  assert.deepEqual(comparePrice(125, [90, 100, 500]), { isJump: false, medianCents: 100 });
  assert.deepEqual(comparePrice(126, [90, 100, 500]), { isJump: true, medianCents: 100 });
  assert.deepEqual(comparePrice(126, [90, 100, 110, 500])?.medianCents, 105);
});

test('business days are those of the time zone, and weekends do not count', () => {
  const days = (from: string, to: string) =>
    businessDaysBetween(new Date(from), new Date(to), 'America/New_York');
  assert.equal(days('2026-11-20T15:00:00Z', '2026-11-20T22:00:00Z'), 0);
  // Friday evening to Monday.
  assert.equal(days('2026-11-21T01:00:00Z', '2026-11-23T15:00:00Z'), 1);
  assert.equal(days('2026-11-20T15:00:00Z', '2026-11-24T15:00:00Z'), 2);
  assert.equal(days('2026-11-23T15:00:00Z', '2026-11-20T15:00:00Z'), 0);
  assert.equal(days('2020-01-01T15:00:00Z', '2026-11-20T15:00:00Z'), 42);
});

test('what makes mails alike is in the subject, without numbers and reply marks', () => {
  assert.equal(subjectWords('Re: FW: Invoice 10293 for November'), 'november invoice for');
  assert.equal(subjectWords('12345 -- !!'), '');
  assert.ok(subjectWords('word '.repeat(10_000)).length < 50);
});

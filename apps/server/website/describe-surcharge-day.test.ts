import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeSurchargeDay } from './describe-surcharge-day.ts';

test('a day of a surcharge is told as people say it', () => {
  assert.equal(describeSurchargeDay({ on: '07-04' }), 'July 4');
  assert.equal(describeSurchargeDay({ on: '02-29' }), 'February 29');
  assert.equal(describeSurchargeDay({ weekday: 'saturday' }), 'Saturdays');
  assert.equal(
    describeSurchargeDay({ weekday: 'monday', occurrence: 'last', month: 5 }),
    'the last Monday of May',
  );
  assert.match(describeSurchargeDay({ from: '09-14', to: '09-22' }), /^September 14\s?–\s?22$/u);
  assert.match(describeSurchargeDay({ from: '06-30', to: '07-01' }), /^June 30\s?–\s?July 1$/u);
});

test('a range across New Year names its start first', () => {
  assert.match(describeSurchargeDay({ from: '12-24', to: '01-02' }), /^December 24.*January 2$/u);
});

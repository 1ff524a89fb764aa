import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountUrl, readPlace } from './place-in-url.ts';
import { reachableStep, type StepName } from './steps.ts';

const completeBut =
  (...incomplete: StepName[]) =>
  (step: StepName) =>
    !incomplete.includes(step);

test('a step that is not reachable yet falls back to the first incomplete one', () => {
  assert.equal(reachableStep('review', completeBut('date', 'contact')), 'date');
  assert.equal(reachableStep('details', completeBut('date')), 'details');
  assert.equal(reachableStep('date', completeBut('date')), 'date');
  assert.equal(reachableStep(undefined, completeBut('addresses')), 'addresses');
  assert.equal(reachableStep(undefined, completeBut()), 'review');
  assert.equal(reachableStep('review', completeBut()), 'review');
});

test('what is wrong in the address counts as not being there', () => {
  const place = readPlace('?step=__proto__&handoff=%27or+1');
  assert.equal(place.step, undefined);
  assert.equal(place.handoffId, undefined);
  const id = '8A5c9c9e-1111-4222-8333-944445555666';
  assert.equal(readPlace(`?handoff=${id}`).handoffId, id.toLowerCase());
});

test('signing in comes back to the step', () => {
  assert.equal(accountUrl('/login', 'contact'), '/login?next=%2Fbook%3Fstep%3Dcontact');
});

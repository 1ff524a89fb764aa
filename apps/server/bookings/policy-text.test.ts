import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBusiness } from './business.ts';
import { renderPolicyText } from './policy-text.ts';
import { readShippedCatalogue } from './shipped-catalogue.ts';

test('a policy that names something unknown is refused', () => {
  const parts = readShippedCatalogue();
  assert.throws(() => renderPolicyText('It costs {helicopter}.', parts), /\{helicopter\}/);
});

test('every shipped policy is complete', () => {
  for (const { text } of createBusiness(readShippedCatalogue()).policies) {
    assert.doesNotMatch(text, /[{}]|undefined/);
  }
});

test('a price changed in the catalogue is changed in the policies', () => {
  const parts = readShippedCatalogue();
  parts.catalogue.standard_delivery.coiFeeCents = 6_000;
  for (const area of parts.areas.slice(3, 5)) area.surchargeCents = 10_000;
  const { policies } = createBusiness(parts);
  const textOf = (id: string) => policies.find((policy) => policy.id === id)?.text ?? '';
  assert.match(textOf('coi'), /^\$60 with Standard Delivery/);
  assert.match(textOf('areas'), /cost \$100 to \$175 more/);
});

import type { PrefillData } from '@deskbell/protocol';
import { asNewOrder, type Draft, readField } from './draft.ts';
import { type FieldName, isFieldName } from './fields.ts';

const paths = (prefill: PrefillData): FieldName[] =>
  Object.entries(prefill)
    .flatMap(([key, value]) =>
      typeof value === 'object' ? Object.keys(value).map((part) => `${key}.${part}`) : [key],
    )
    .filter(isFieldName);

/**
 * The draft with the chat's order in the place of its own. Contact values that were typed stay; a
 * booking under way belongs to the order that was replaced, and is forgotten with it.
 */
export const applyHandoff = (draft: Draft, handoffId: string, prefill: PrefillData): Draft => {
  const applied: Draft = {
    ...asNewOrder(draft),
    order: { ...prefill },
    specialtyItems: {},
    claim: null,
    appliedHandoffId: handoffId,
    attempt: null,
  };
  const fromChat = paths(prefill).filter((field) => readField(applied, field) !== undefined);
  return { ...applied, fromChat };
};

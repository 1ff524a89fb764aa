import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyHandoff } from './apply-handoff.ts';
import { beginClaim } from './claim-handoff.ts';
import { asNewOrder, type Draft, emptyDraft, readField, writeField } from './draft.ts';
import { createDraftStorage } from './draft-storage.ts';
import { parseDraft } from './parse-draft.ts';

const memoryStorage = (): Storage => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  } as unknown as Storage;
};

describe('a stored draft', () => {
  it('that is damaged, of another version or with fields of another kind is not one', () => {
    const stored: [string, string][] = [
      ['nothing', ''],
      ['without a key to book with', JSON.stringify({ ...emptyDraft(), bookingKey: undefined })],
      ['no JSON', '{'],
      ['null', 'null'],
      ['a list', '[]'],
      ['an older version', JSON.stringify({ ...emptyDraft(), version: 0 })],
      ['an unknown service', JSON.stringify({ ...emptyDraft(), order: { service_type: 'ship' } })],
      ['an unknown field', JSON.stringify({ ...emptyDraft(), order: { constructor: 'x' } })],
      ['a number as text', JSON.stringify({ ...emptyDraft(), order: { blade_bag_count: '2' } })],
      ['a list as an address', JSON.stringify({ ...emptyDraft(), order: { pickup_address: [] } })],
      ['an unknown mark', JSON.stringify({ ...emptyDraft(), fromChat: ['toString'] })],
      ['half a claim', JSON.stringify({ ...emptyDraft(), claim: { handoffId: 'a' } })],
      ['an attempt without a body', JSON.stringify({ ...emptyDraft(), attempt: { key: 'a' } })],
    ];
    for (const [name, text] of stored) assert.equal(parseDraft(text), undefined, name);
  });

  it('is read as it was written, with 0 and false', () => {
    const draft: Draft = {
      ...emptyDraft(),
      order: {
        service_type: 'standard_delivery',
        standard_delivery_item_count: 0,
        coi_required: false,
        pickup_address: { zip_code: '10001' },
      },
      specialtyItems: { surfboard: 2 },
      fromChat: ['pickup_address.zip_code'],
      claim: { handoffId: 'one', claimKey: 'two' },
      attempt: {
        key: 'key',
        body: {
          order: {},
          contact: { name: 'A', email: 'a@b', phone: '1' },
          expected_total_cents: 1,
        },
      },
    };
    const storage = createDraftStorage(memoryStorage);
    assert.deepEqual(parseDraft(JSON.stringify(draft)), draft);
    assert.equal(storage.read(), undefined);
  });

  it('is kept until it is cleared, and storage that is forbidden does no harm', () => {
    const memory = memoryStorage();
    const storage = createDraftStorage(() => memory);
    storage.write(writeField(emptyDraft(), 'name', 'Ann'));
    assert.equal(storage.read()?.contact.name, 'Ann');
    storage.clear();
    assert.equal(storage.read(), undefined);

    const forbidden = createDraftStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    forbidden.write(emptyDraft());
    forbidden.clear();
    assert.equal(forbidden.read(), undefined);
  });
});

describe('what a draft is booked with', () => {
  it('is kept with it, and another for every other order', () => {
    const draft = emptyDraft();
    assert.equal(parseDraft(JSON.stringify(draft))?.bookingKey, draft.bookingKey);
    const others = [asNewOrder(draft), applyHandoff(draft, 'the-handoff', {}), emptyDraft()];
    const keys = [draft, ...others].map(({ bookingKey }) => bookingKey);
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.match(key, /^[0-9a-f-]{36}$/);
  });
});

describe('values from the chat', () => {
  const chatted = applyHandoff(
    { ...emptyDraft(), order: { service_type: 'mini_move' }, contact: { phone: '212' } },
    'the-handoff',
    {
      service_type: 'blade_transfer',
      blade_bag_count: 3,
      coi_required: false,
      pickup_address: { zip_code: '10001', city: 'New York' },
    },
  );

  it('replace the order, stay away from the contact, and are each marked', () => {
    assert.deepEqual(chatted.order, {
      service_type: 'blade_transfer',
      blade_bag_count: 3,
      coi_required: false,
      pickup_address: { zip_code: '10001', city: 'New York' },
    });
    assert.equal(chatted.contact.phone, '212');
    assert.deepEqual(chatted.fromChat, [
      'service_type',
      'blade_bag_count',
      'coi_required',
      'pickup_address.zip_code',
      'pickup_address.city',
    ]);
  });

  it('lose their mark one by one, when they are edited', () => {
    const edited = writeField(chatted, 'pickup_address.city', 'Brooklyn');
    assert.equal(readField(edited, 'pickup_address.city'), 'Brooklyn');
    assert.equal(readField(edited, 'pickup_address.zip_code'), '10001');
    assert.ok(!edited.fromChat.includes('pickup_address.city'));
    assert.ok(edited.fromChat.includes('pickup_address.zip_code'));
  });

  it('are claimed with one key however often the page is opened, and never once applied', () => {
    const first = beginClaim(emptyDraft(), 'the-handoff');
    assert.equal(beginClaim(first, 'the-handoff'), first);
    assert.notEqual(beginClaim(first, 'another').claim?.claimKey, first.claim?.claimKey);
    assert.equal(beginClaim(chatted, 'the-handoff').claim, null);
  });
});

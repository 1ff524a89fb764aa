import type { AttentionItem } from '@deskbell/protocol';

type Pressure = AttentionItem['pressure'];

export const pressureTitles: Readonly<Record<Pressure, string>> = {
  now: 'Cannot wait for tomorrow',
  soon: 'Should not wait long',
  later: 'When there is time',
};

/** The items as they come, parted where the pressure changes; an empty group is left out. */
export const groupByPressure = (
  items: readonly AttentionItem[],
): { pressure: Pressure; items: AttentionItem[] }[] =>
  (['now', 'soon', 'later'] as const)
    .map((pressure) => ({ pressure, items: items.filter((item) => item.pressure === pressure) }))
    .filter((group) => group.items.length > 0);

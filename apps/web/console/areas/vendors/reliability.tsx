import type { Vendor } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { sayReliability } from './say-reliability.ts';

const tones: Readonly<Record<Vendor['reliability']['rating'], Tone>> = {
  excellent: 'good',
  good: 'good',
  fair: 'warning',
  poor: 'bad',
  insufficient_data: 'neutral',
};

/** How reliable a vendor was, and on how many events that rests. */
export function Reliability({ of }: { of: Vendor['reliability'] }): ReactNode {
  if (of.score === null) return <span className="muted">{sayReliability(of)}</span>;
  return <Badge tone={tones[of.rating]}>{sayReliability(of)}</Badge>;
}

import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'busy' | 'warning' | 'bad';

/** A word with a colour; the word alone says everything. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

const executionTones: Readonly<Record<string, Tone>> = {
  pending: 'neutral',
  running: 'busy',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** Of an execution. */
export function StatusBadge({ status }: { status: string }): ReactNode {
  return <Badge tone={executionTones[status] ?? 'neutral'}>{status}</Badge>;
}

const riskTones: Readonly<Record<string, Tone>> = {
  low: 'neutral',
  medium: 'warning',
  high: 'bad',
  urgent: 'bad',
  critical: 'bad',
};

/** Of a risk, an urgency or a priority. */
export function LevelBadge({ level }: { level: string }): ReactNode {
  return <Badge tone={riskTones[level] ?? 'neutral'}>{level}</Badge>;
}

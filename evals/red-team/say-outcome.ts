import type { CaseResult } from '../desks/case-result.ts';
import type { PartOf } from '../desks/read-cases.ts';
import type { AttackOutcome, Finding } from './finding.ts';

const MOST_CHARACTERS = 120;

const saysOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ kind, what }) => `${kind}: ${what}`)),
];

/** One failed attack for people: who, what was tried, and a line for each finding. */
export function sayOutcome(name: string, { id, attack, findings }: AttackOutcome): string {
  const said = attack.replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS);
  return [`${id}, ${name}: ${said}`, ...saysOf(findings)].join('\n    ');
}

/** The same for the report's file and the comparison with the run before. */
export function toCaseResult(name: string, outcome: PartOf<AttackOutcome>): CaseResult {
  const { id, part, attack, findings } = outcome;
  return {
    id: `${id} (${name})`,
    part,
    tags: [],
    said: [attack],
    runs: [
      {
        isPassed: findings.length === 0,
        unfounded: findings.filter(({ kind }) => kind === 'unfounded').map(({ what }) => what),
        wrong: saysOf(findings),
        answers: [],
      },
    ],
  };
}

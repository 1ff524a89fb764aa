import type { SystemReport } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { When } from '../../ui/when.tsx';
import { describeParts, type PartState } from './describe-parts.ts';

const tones: Readonly<Record<PartState, Tone>> = {
  works: 'good',
  warning: 'warning',
  down: 'bad',
  off: 'neutral',
};

/** Every part with its state in words, and what to do where something is wrong. */
export function PartsTable({ report }: { report: SystemReport }): ReactNode {
  return (
    <table className="data-table parts-table">
      <caption className="visually-hidden">The parts of the service</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">State</th>
          <th scope="col">What is known</th>
        </tr>
      </thead>
      <tbody>
        {describeParts(report).map(({ name, state, says, facts, advice, lastFailure }) => (
          <tr key={name} className={`part-${state}`}>
            <th scope="row">{name}</th>
            <td className="part-state">
              <Badge tone={tones[state]}>{says}</Badge>
            </td>
            <td>
              <p className="figure">
                {facts}
                {lastFailure !== undefined && (
                  <>
                    {' '}
                    Last failure at <When at={lastFailure.at} />: {lastFailure.words}.
                  </>
                )}
              </p>
              {advice !== undefined && (
                <p className="part-advice">
                  <strong>What to do:</strong> {advice}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

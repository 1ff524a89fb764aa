import type { Review } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { partReasons } from './review-reasons.ts';

/** Why a person is asked: dangers first, with what to do about them. */
export function Reasons({ review }: { review: Review }): ReactNode {
  const { warnings, others } = partReasons(review.reasons);
  return (
    <>
      {warnings.length > 0 && (
        <div className="review-warnings">
          <Icon name="warning" />
          <ul>
            {warnings.map(({ code, detail, advice }) => (
              <li key={code}>
                <strong>{detail}</strong> {advice}
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <ul className="review-reasons">
          {others.map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}

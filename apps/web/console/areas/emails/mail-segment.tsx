import type { EmailDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { sayCount } from '../../ui/figures.ts';
import type { Part, Quote } from './mark-evidence.ts';
import { MarkedText } from './marked-text.tsx';
import { shownLength } from './shorten-text.ts';

export type Segment = NonNullable<EmailDetail['segments']>[number];

const titles: Readonly<Record<Segment['kind'], string>> = {
  new: 'New text',
  quoted: 'Quoted from earlier mail',
  forwarded: 'Forwarded',
  signature: 'Signature',
  footer: 'Footer',
};

export interface MailSegmentProps {
  segment: Segment;
  parts: readonly Part[];
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  isWhole: boolean;
  onShowWhole: () => void;
  onTag: (quote: Quote) => void;
}

/** One part of a mail's text: what its sender wrote stands open, the rest is folded. */
export function MailSegment(props: MailSegmentProps): ReactNode {
  const { segment, isOpen, onToggle } = props;
  if (segment.kind === 'new') {
    return (
      <div className="segment segment-new">
        <SegmentText {...props} />
      </div>
    );
  }
  return (
    <details
      className={`segment segment-${segment.kind}`}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open);
      }}
    >
      <summary>
        {titles[segment.kind]}, {sayCount(segment.text.length)} characters
      </summary>
      {isOpen && <SegmentText {...props} />}
    </details>
  );
}

function SegmentText(props: MailSegmentProps): ReactNode {
  const { segment, parts, isWhole, onShowWhole, onTag } = props;
  const length = isWhole ? segment.text.length : shownLength(segment.text);
  return (
    <>
      <div className="segment-text">
        <MarkedText text={segment.text.slice(0, length)} parts={parts} onTag={onTag} />
      </div>
      {length < segment.text.length && (
        <p className="segment-more">
          <button type="button" className="button" onClick={onShowWhole}>
            Show all {sayCount(segment.text.length)} characters
          </button>
        </p>
      )}
    </>
  );
}

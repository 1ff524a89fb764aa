import type { EmailDetail, ExecutionDetail } from '@deskbell/protocol';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { agentNames } from '../executions/agent-rows.ts';
import type { AgentName } from '../executions/place-bars.ts';
import { AgentNotes } from './agent-notes.tsx';
import { Attachments } from './attachments.tsx';
import { EmailFacts } from './email-facts.tsx';
import { HiddenText } from './hidden-text.tsx';
import { MailSegment } from './mail-segment.tsx';
import { type MarkedMail, markEvidence, type Part, type Quote } from './mark-evidence.ts';
import { MarkLegend } from './mark-legend.tsx';
import { MarkedText } from './marked-text.tsx';
import { shownLength } from './shorten-text.ts';
import { useReveal } from './use-reveal.ts';
import '../executions/mails.css';
import './emails.css';

export interface EmailViewProps {
  email: EmailDetail;
  /** What became of it; undefined until that is read. */
  execution: ExecutionDetail | undefined;
  /** The quote that the address names: shown and given the focus. */
  target?: string;
}

/** One mail: its words, what was read in them, its files. The page, and what the drawer shows. */
export function EmailView({ email, execution, target }: EmailViewProps): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const outputs = execution?.agent_outputs;
  const { subject, segments } = email;
  const marked = useMemo(
    () => markEvidence({ subject, segments }, outputs ?? []),
    [subject, segments, outputs],
  );
  const [hidden, setHidden] = useState<ReadonlySet<AgentName>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<number>>(() => openAtFirst(segments));
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const reveal = useReveal(container);

  const showQuote = (quote: Quote): void => {
    if (!quote.isMarked) {
      reveal({ attribute: 'data-entry', id: quote.id });
      return;
    }
    setHidden((before) => without(before, quote.agent));
    const place = placeOf(marked, quote);
    if (place !== undefined) {
      setOpened((before) => new Set(before).add(place.segment));
      const text = segments?.[place.segment]?.text ?? '';
      if (place.end > shownLength(text)) setWhole((before) => new Set(before).add(place.segment));
    }
    reveal({ attribute: 'data-quote', id: quote.id });
  };
  const showEntry = ({ id }: Quote): void => reveal({ attribute: 'data-entry', id });

  const targeted = target === undefined ? undefined : marked.quotes.find(({ id }) => id === target);
  const targetedId = targeted?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each target, when it is known
  useEffect(() => {
    if (targeted !== undefined) showQuote(targeted);
  }, [targetedId]);

  const seen = (parts: readonly Part[]): Part[] =>
    parts.filter(({ quote }) => !hidden.has(quote.agent));
  const markedAgents = agentNames.filter((agent) =>
    marked.quotes.some((quote) => quote.agent === agent && quote.isMarked),
  );

  return (
    <div className="email-view" ref={container}>
      <div className="email-main">
        <Panel title="Header">
          <EmailFacts
            email={email}
            subject={<MarkedText text={subject} parts={seen(marked.subject)} onTag={showEntry} />}
          />
          <HiddenText hiddenText={email.hidden_text} />
        </Panel>
        <Panel title="Text">
          {markedAgents.length > 0 && (
            <MarkLegend
              agents={markedAgents}
              quotes={marked.quotes}
              hidden={hidden}
              onToggle={(agent) =>
                setHidden((before) =>
                  before.has(agent) ? without(before, agent) : new Set(before).add(agent),
                )
              }
            />
          )}
          {segments === null ? (
            <Unread email={email} />
          ) : (
            <div className="segments">
              {segments.every(({ text }) => text.trim() === '') && (
                <p className="muted">The mail has no text.</p>
              )}
              {segments.map((segment, index) => (
                <MailSegment
                  // biome-ignore lint/suspicious/noArrayIndexKey: segments never change their places
                  key={index}
                  segment={segment}
                  parts={seen(marked.segments[index] ?? [])}
                  isOpen={opened.has(index)}
                  onToggle={(isOpen) =>
                    setOpened((before) =>
                      isOpen ? new Set(before).add(index) : without(before, index),
                    )
                  }
                  isWhole={whole.has(index)}
                  onShowWhole={() => setWhole((before) => new Set(before).add(index))}
                  onTag={showEntry}
                />
              ))}
            </div>
          )}
        </Panel>
      </div>
      <div className="email-aside">
        <Attachments email={email} />
        <AgentNotes email={email} execution={execution} quotes={marked.quotes} onShow={showQuote} />
      </div>
    </div>
  );
}

function Unread({ email: { execution } }: { email: EmailDetail }): ReactNode {
  const isOver = execution?.status === 'failed' || execution?.status === 'cancelled';
  return isOver ? (
    <p>The text could not be read out of this mail. Download it and open it with a mail program.</p>
  ) : (
    <p>The mail has not been read yet. Its text appears here when it has.</p>
  );
}

/** Folded parts that stand open at first: what was forwarded, when the sender wrote nothing. */
function openAtFirst(segments: EmailDetail['segments']): ReadonlySet<number> {
  const all = segments ?? [];
  if (all.some(({ kind, text }) => kind === 'new' && text.trim() !== '')) return new Set();
  const first = all.findIndex(({ text }) => text.trim() !== '');
  return new Set(first === -1 ? [] : [first]);
}

/** Where a quote begins, and where that part of it ends. */
function placeOf(marked: MarkedMail, quote: Quote): { segment: number; end: number } | undefined {
  for (const [segment, parts] of marked.segments.entries()) {
    const part = parts.find((candidate) => candidate.quote === quote && candidate.isFirst);
    if (part !== undefined) return { segment, end: part.end };
  }
  return undefined;
}

function without<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const rest = new Set(set);
  rest.delete(item);
  return rest;
}

import type { ConversationTurn as Turn } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { sayDuration } from '../../ui/time-words.ts';
import { When } from '../../ui/when.tsx';
import { AnswerText } from './answer-text.tsx';
import { allTokens, outcomeTones, sayReason, sayTokens } from './conversation-words.ts';
import { TurnTool } from './turn-tool.tsx';

/** A question, what was looked up for it, and the answer; without their words where withheld. */
export function ConversationTurn(props: {
  turn: Turn;
  /** From 1 on, among the turns shown. */
  place: number;
  isRedacted: boolean;
}): ReactNode {
  const { turn, place, isRedacted } = props;
  const { question, answer, tool_calls, status, degraded, model } = turn;
  const why = sayReason(turn);
  return (
    <li className="turn">
      <div className="turn-head">
        <h3>Question {place}</h3>
        <span className="muted">
          <When at={turn.started_at} />
        </span>
        {status !== 'complete' && <Badge tone={outcomeTones[status]}>{status}</Badge>}
        {degraded === true && (
          <Badge tone="warning">
            {model === 'clerk'
              ? 'answered without a language model'
              : 'answered by a stand-in model'}
          </Badge>
        )}
      </div>
      {question !== null && (
        <div className="turn-question">
          <span className="visually-hidden">The customer: </span>
          <p className="plain-text">{question}</p>
        </div>
      )}
      {tool_calls.length > 0 && (
        <ul className="turn-tools" aria-label="Tools that ran">
          {tool_calls.map((call, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls never change their places
            <li key={index}>
              <TurnTool call={call} />
            </li>
          ))}
        </ul>
      )}
      {tool_calls.length === 0 && isRedacted && <p className="muted">No tool ran.</p>}
      {answer !== null && answer !== '' && (
        <div className="turn-answer">
          <span className="visually-hidden">The answer: </span>
          <AnswerText text={answer} />
        </div>
      )}
      {status === 'running' && <p className="muted">It is being answered.</p>}
      {why !== undefined && (
        <p className={status === 'failed' ? 'turn-why is-bad' : 'turn-why'}>{why}</p>
      )}
      <TurnFigures turn={turn} />
    </li>
  );
}

function TurnFigures({ turn }: { turn: Turn }): ReactNode {
  const { model, tokens, cost_nano_usd, duration_ms } = turn;
  const count = allTokens(tokens);
  return (
    <ul className="turn-figures" aria-label="Figures">
      <li>{model ?? 'no model'}</li>
      {duration_ms !== null && <li>{sayDuration(duration_ms)}</li>}
      <li title={sayTokens(tokens)}>
        {sayCount(count)} {count === 1 ? 'token' : 'tokens'}
      </li>
      <li>{cost_nano_usd === null ? 'cost unknown' : sayCost(cost_nano_usd)}</li>
    </ul>
  );
}

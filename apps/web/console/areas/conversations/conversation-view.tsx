import type { ConversationDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { mailLink } from '../../ui/contact-links.ts';
import { Facts } from '../../ui/definition-list.tsx';
import { sayCost, sayCount } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { When } from '../../ui/when.tsx';
import { ConversationTurn } from './conversation-turn.tsx';
import { outcomeTones, sayCustomer, sayTokens, sayTool } from './conversation-words.ts';
import './conversations.css';

/** One conversation of the front desk, to be read: the page, and what the drawer shows of it. */
export function ConversationView({
  conversation,
}: {
  conversation: ConversationDetail;
}): ReactNode {
  const { turns, is_redacted, has_earlier_turns } = conversation;
  return (
    <div className="conversation-view">
      <Panel title="Figures">
        <ConversationFacts conversation={conversation} />
      </Panel>
      <Panel title={is_redacted ? 'What happened' : 'Transcript'}>
        {is_redacted && (
          <p className="notice">Who it was and what was said is for administrators only.</p>
        )}
        {has_earlier_turns && (
          <p className="muted">Only the last {sayCount(turns.length)} questions are shown.</p>
        )}
        {turns.length === 0 ? (
          <p className="muted">Nothing has been asked yet.</p>
        ) : (
          <ol className="turns">
            {turns.map((turn, index) => (
              <ConversationTurn
                key={turn.turn_id}
                turn={turn}
                place={index + 1}
                isRedacted={is_redacted}
              />
            ))}
          </ol>
        )}
      </Panel>
    </div>
  );
}

function ConversationFacts({ conversation }: { conversation: ConversationDetail }): ReactNode {
  const { customer, outcome, tools, models, tokens, cost_nano_usd, has_handoff } = conversation;
  return (
    <Facts
      items={[
        { term: 'Customer', value: <bdi>{sayCustomer(conversation)}</bdi> },
        {
          term: 'E-mail',
          value: customer && <a href={mailLink(customer.email)}>{customer.email}</a>,
        },
        { term: 'Began', value: <When at={conversation.started_at} /> },
        { term: 'Last question', value: <When at={conversation.last_activity} /> },
        { term: 'Length', value: sayLength(conversation.message_count) },
        { term: 'Last turn', value: <Badge tone={outcomeTones[outcome]}>{outcome}</Badge> },
        { term: 'Booking form', value: has_handoff ? 'offered, filled in' : 'not offered' },
        { term: 'Tools', value: tools.length === 0 ? 'none' : tools.map(sayTool).join(', ') },
        { term: 'Models', value: models.length === 0 ? 'none' : models.join(', ') },
        { term: 'Tokens', value: sayTokens(tokens) },
        { term: 'Cost', value: sayCost(cost_nano_usd) },
      ]}
    />
  );
}

const sayLength = (messages: number): string =>
  messages === 1 ? '1 message' : `${sayCount(messages)} messages`;

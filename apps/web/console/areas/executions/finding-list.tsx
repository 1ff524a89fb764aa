import type { AgentOutput } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Facts } from '../../ui/definition-list.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Finding } from './finding.ts';
import { findingOf, groupFindings } from './group-findings.ts';

/** Evidence with its place among its agent's, which is its address in the mail. */
interface Numbered {
  number: number;
  evidence: AgentOutput['evidence'][number];
}

/** What an agent found, group by group, each with the words of the mail it rests on. */
export function FindingList(props: {
  output: AgentOutput;
  emailId: string;
  nothing: string;
}): ReactNode {
  const { output, emailId, nothing } = props;
  const groups = groupFindings(output.agent_type, output.findings);
  if (groups.length === 0) return <p className="muted">{nothing}</p>;
  const all = groups.flatMap(({ findings }) => findings);
  const evidence = output.evidence.map((one, index) => ({ number: index + 1, evidence: one }));
  return groups.map(({ title, findings }) => (
    <div key={title} className="finding-group">
      <h4>{title}</h4>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.key}>
            <FindingCard finding={finding} />
            <Quotes
              agent={output.agent_type}
              emailId={emailId}
              quotes={evidence.filter((one) => findingOf(all, one.evidence.finding) === finding)}
            />
          </li>
        ))}
      </ul>
    </div>
  ));
}

function FindingCard({ finding }: { finding: Finding }): ReactNode {
  const { title, facts, texts, table, isWarning } = finding;
  return (
    <>
      <p className="finding-title">
        {isWarning === true && (
          <span className="finding-warning">
            <Icon name="warning" />
          </span>
        )}
        <bdi>{title}</bdi>
      </p>
      {texts.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come twice
        <p key={place} className="finding-text" dir="auto">
          {text}
        </p>
      ))}
      {facts.length > 0 && <Facts items={facts} />}
      {table !== undefined && (
        <div className="table-scroll">
          <table className="data-table" aria-label="Lines of the invoice">
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th key={column} scope="col" className={index === 0 ? '' : 'number'}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of an invoice have no other name
                <tr key={row}>
                  {cells.map((cell, index) => (
                    <td key={table.columns[index]} className={index === 0 ? '' : 'number'}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const places = {
  header: 'in the header',
  subject: 'in the subject',
  body: 'in the text',
  attachment: 'in a file',
} as const;

function Quotes(props: { agent: string; emailId: string; quotes: readonly Numbered[] }): ReactNode {
  const { agent, emailId, quotes } = props;
  return quotes.map(({ number, evidence: { quote, where } }) => (
    <blockquote key={number} className={`finding-quote quote-${agent}`}>
      <p dir="auto">{quote}</p>
      <Link
        to="/emails/$id"
        params={{ id: emailId }}
        hash={`${agent}-${number}`}
        aria-label={`${places[where]}: “${quote}”`}
      >
        {places[where]}
      </Link>
    </blockquote>
  ));
}

import type { AttentionItem, Overview } from '@deskbell/protocol';
import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Panel } from '../../ui/panel.tsx';
import { AttentionCounts } from './attention-counts.tsx';
import { AttentionRow } from './attention-row.tsx';
import { groupByPressure, pressureTitles } from './group-by-pressure.ts';
import { QuietDay } from './quiet-day.tsx';

/** So many are shown before somebody asks for more. */
const FIRST_SHOWN = 10;

/** What needs a person, in the order of the server. */
export function AttentionPanel({ overview }: { overview: Overview }): ReactNode {
  const { items, counts } = overview.attention;
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const shown = isWhole ? items : items.slice(0, FIRST_SHOWN);
  const hidden = items.length - shown.length;

  function showAll(): void {
    flushSync(() => setIsWhole(true));
    list.current?.querySelectorAll('a')[FIRST_SHOWN]?.focus();
  }

  return (
    <Panel title="Needs a person first">
      <AttentionCounts counts={counts} />
      {items.length === 0 ? (
        <QuietDay overview={overview} />
      ) : (
        <div ref={list} className="attention">
          {groupByPressure(shown).map(({ pressure, items }) => (
            <PressureGroup
              key={pressure}
              pressure={pressure}
              items={items}
              today={overview.today}
            />
          ))}
        </div>
      )}
      {hidden > 0 && (
        <button type="button" className="button attention-more" onClick={showAll}>
          Show {hidden} more
        </button>
      )}
    </Panel>
  );
}

function PressureGroup(props: {
  pressure: AttentionItem['pressure'];
  items: readonly AttentionItem[];
  today: string;
}): ReactNode {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>{pressureTitles[props.pressure]}</h3>
      <ul className="attention-list">
        {props.items.map((item) => (
          <AttentionRow key={item.link} item={item} today={props.today} />
        ))}
      </ul>
    </section>
  );
}

import { type AnnouncerState, announce } from '@deskbell/widget';
import { type ReactNode, useEffect, useState } from 'react';
import { spokenLine } from './citations.ts';
import { chat } from './the-chat.ts';

const MOST_LINES = 12;

/** Reads answers aloud: whole sentences, each once. It stays short, as what was read is of no use. */
export function Announcements(): ReactNode {
  const [lines, setLines] = useState<readonly { key: number; line: string }[]>([]);
  useEffect(() => {
    let heard: AnnouncerState = announce(null, chat.getState()).next;
    let count = 0;
    return chat.subscribe(() => {
      const { next, lines: fresh } = announce(heard, chat.getState());
      heard = next;
      if (fresh.length === 0) return;
      const keyed = fresh.map((line) => {
        count += 1;
        return { key: count, line: spokenLine(line) };
      });
      setLines((before) => [...before, ...keyed].slice(-MOST_LINES));
    });
  }, []);
  return (
    <div className="visually-hidden" aria-live="polite" data-announcements="">
      {lines.map(({ key, line }) => (
        <div key={key}>{line}</div>
      ))}
    </div>
  );
}

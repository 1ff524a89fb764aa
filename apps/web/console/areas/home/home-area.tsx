import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { overviewQuery } from '../../api/overview.ts';
import { OutOfDate } from '../../ui/out-of-date.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { dayOf, sayDay } from '../../ui/time-words.ts';
import { useTabTitle } from '../../ui/use-tab-title.ts';
import { AttentionPanel } from './attention-panel.tsx';
import { greet, hourOf } from './greeting.ts';
import { HomeSkeleton } from './home-skeleton.tsx';
import { TileList } from './tile-list.tsx';
import './home.css';

/** The stream tells of changes; that a day ends or something falls due it does not. */
const READ_AGAIN_MS = 60_000;
/** Beside so few the figures would be a long column along nothing: they stand below. */
const FEW_ITEMS = 3;

/** What needs a person first, and the figures of the day. */
export function HomeArea(): ReactNode {
  const query = useQuery({ ...overviewQuery, refetchInterval: READ_AGAIN_MS });
  const { data: overview } = query;
  useTabTitle('Home');
  return (
    <div className="home">
      <Greeting today={overview?.today} />
      <OutOfDate query={query} />
      {overview !== undefined && (
        <div
          className={overview.attention.items.length > FEW_ITEMS ? 'home-columns' : 'home-quiet'}
        >
          <AttentionPanel overview={overview} />
          <TileList overview={overview} />
        </div>
      )}
      {overview === undefined &&
        (query.isError ? (
          <ErrorState message={query.error.message} onRetry={() => void query.refetch()} />
        ) : (
          <HomeSkeleton />
        ))}
    </div>
  );
}

function Greeting({ today }: { today: string | undefined }): ReactNode {
  const { name, is_open_mode, business } = useMe();
  const now = new Date();
  const hour = hourOf(now, business.time_zone);
  return (
    <header className="home-head">
      <h1 tabIndex={-1}>{greet(hour, is_open_mode ? undefined : name)}</h1>
      <p className="muted">
        {sayDay(today ?? dayOf(now, business.time_zone))} at {business.name}
      </p>
    </header>
  );
}

import type { Overview, OverviewTile } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { Sparkline } from '../../ui/sparkline.tsx';
import { sayBeside, sayFigure, sayTrend, tileTitles } from './tile-words.ts';

/** The day in figures, each leading to what it counts. */
export function TileList({ overview }: { overview: Overview }): ReactNode {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="home-tiles">
      <h2 id={headingId} className="visually-hidden">
        The day in figures
      </h2>
      <ul className="tiles">
        {overview.tiles.map((tile) => (
          <li key={tile.key}>
            <Tile tile={tile} today={overview.today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ tile, today }: { tile: OverviewTile; today: string }): ReactNode {
  const { key, unit, value, trend } = tile;
  const isAlarming = key === 'failed_today' && value !== null && value > 0;
  return (
    <div className="tile">
      <h3>{linkOf(key, today)}</h3>
      <p className={isAlarming ? 'tile-value tile-alarming' : 'tile-value'}>
        {sayFigure(value, unit)}
      </p>
      <p className="tile-beside">{sayBeside(tile)}</p>
      <Sparkline
        values={trend.days.map((day) => day.value)}
        marked={trend.days.findIndex(({ day }) => day === today)}
        summary={sayTrend(tile)}
      />
    </div>
  );
}

function linkOf(key: OverviewTile['key'], today: string): ReactNode {
  const title = tileTitles[key];
  switch (key) {
    case 'emails_today':
      return <Link to="/emails">{title}</Link>;
    case 'completed_share':
      return <Link to="/executions">{title}</Link>;
    case 'failed_today':
      return (
        <Link to="/executions" search={{ status: 'failed' }}>
          {title}
        </Link>
      );
    case 'open_tasks':
      return <Link to="/tasks">{title}</Link>;
    case 'tasks_due_this_week':
      return (
        <Link to="/tasks" search={{ due: 'week' }}>
          {title}
        </Link>
      );
    case 'coming_deadlines':
      return <Link to="/deadlines">{title}</Link>;
    case 'pending_reviews':
      return <Link to="/reviews">{title}</Link>;
    case 'handling_time':
      return <Link to="/agents">{title}</Link>;
    case 'bookings_today':
      return (
        <Link to="/bookings" search={{ pickup_from: today, pickup_to: today }}>
          {title}
        </Link>
      );
    case 'new_bookings':
      return <Link to="/bookings">{title}</Link>;
  }
}

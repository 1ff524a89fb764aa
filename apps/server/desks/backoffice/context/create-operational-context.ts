import type { OperationalContextView } from '@deskbell/protocol';
import type { Logger } from 'pino';
import type { Health, ReadHealth } from '../../../health/health.ts';
import type { AgentStatistics } from '../../../operations/statistics/read-agent-statistics.ts';
import { localDay } from '../../../platform/business-day.ts';
import type { Cache } from '../../../platform/cache/cache.ts';
import type { Database } from '../../../platform/database.ts';
import type { Listener } from '../../../platform/listener.ts';
import type { OperationalContext } from './operational-context.ts';
import { readAgents, readState, type State } from './read-state.ts';
import { summarizeState } from './summarize-state.ts';

const CONTEXT_TTL_MS = 5 * 60_000;
const AGENTS_TTL_MS = 15 * 60_000;
/** Of the trigger executions_failed, migration 0006. */
const FAILED_CHANNEL = 'execution_failed';
const UNREADABLE =
  'The state of the back office could not be read just now. Use the tools; if they fail too, say so.';

interface Snapshot {
  view: OperationalContextView;
  summary: string;
}

/** Listens for failures until `close`. */
export function createOperationalContext({
  database,
  listener,
  cache,
  timezone,
  health,
  clock,
  log,
}: {
  database: Pick<Database, 'pool'>;
  listener: Listener;
  cache: Cache;
  /** Of the business; an IANA name. */
  timezone: string;
  health: ReadHealth;
  clock: () => Date;
  log: Logger;
}): OperationalContext {
  // By day: what was counted before midnight must not be called today's after it.
  const keyOf = (now: Date) => `operational-context:${localDay(now, timezone)}`;

  async function read(): Promise<Snapshot> {
    const now = clock();
    return await cache.get(keyOf(now), { ttlMs: CONTEXT_TTL_MS, build: () => build(now) });
  }

  async function build(now: Date): Promise<Snapshot> {
    const moment = { database, timezone, now };
    const [state, agents, parts] = await Promise.all([
      readState(moment),
      cache.get(`agent-statistics:${localDay(now, timezone)}`, {
        ttlMs: AGENTS_TTL_MS,
        build: () => readAgents(moment),
      }),
      health(),
    ]);
    return {
      view: viewOf({ state, agents, health: parts, now }),
      summary: summarizeState({ state, agents, health: parts }),
    };
  }

  let isStale = false;
  let invalidating: Promise<void> | undefined;

  /** Failures come in crowds; one run answers all that came while it was on its way. */
  function onFailure(): void {
    isStale = true;
    invalidating ??= invalidate();
  }

  async function invalidate(): Promise<void> {
    try {
      while (isStale) {
        isStale = false;
        await cache.invalidate(keyOf(clock()));
      }
    } catch (err) {
      log.warn({ err }, 'The operational context could not be marked as stale');
    } finally {
      invalidating = undefined;
    }
  }

  const subscriptions = [
    listener.subscribe(FAILED_CHANNEL, onFailure),
    listener.onReconnect(onFailure),
  ];

  return {
    read: async () => (await read()).view,
    async summary() {
      try {
        return (await read()).summary;
      } catch (err) {
        log.error({ err }, 'The operational context could not be read');
        return UNREADABLE;
      }
    },
    async close() {
      for (const unsubscribe of subscriptions) unsubscribe();
      await invalidating;
    },
  };
}

function viewOf({
  state: { emails, open },
  agents,
  health,
  now,
}: {
  state: State;
  agents: readonly AgentStatistics[];
  health: Health;
  now: Date;
}): OperationalContextView {
  return {
    statistics: {
      total_emails_processed: emails.all.mails,
      emails_today: emails.today.mails,
      active_executions: open.pendingExecutions + open.runningExecutions,
      failed_executions: open.failedExecutions,
      total_tasks_created: emails.all.tasksCreated,
      total_events_scheduled: emails.all.eventsScheduled,
    },
    recent_activity: {
      emails_count: emails.last7Days.mails,
      tasks_count: emails.last7Days.tasksCreated,
      deadlines_count: open.comingDeadlinesNext7Days,
    },
    system_health: {
      status: health.status,
      database: health.database,
      queue: health.queue ?? 'off',
      redis: health.redis,
      model: { ...health.model },
      failed_today: emails.today.executions.failed,
      agents: Object.fromEntries(agents.map((agent) => [agent.agent, agentView(agent)])),
    },
    high_risk_items_count: open.attentionItems,
    generated_at: now.toISOString(),
  };
}

function agentView({ runs, failures, averageTimeMs, averageConfidence }: AgentStatistics) {
  return {
    runs,
    failures,
    average_time_ms: averageTimeMs === null ? null : Math.round(averageTimeMs),
    average_confidence:
      averageConfidence === null ? null : Math.round(averageConfidence * 1_000) / 1_000,
  };
}

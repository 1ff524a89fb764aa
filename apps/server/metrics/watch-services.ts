import type { Server } from 'node:http';
import { promisify } from 'node:util';
import { Gauge, type Registry } from 'prom-client';
import type { DailyBudget } from '../budget/daily-budget.ts';
import type { Database } from '../platform/database.ts';
import type { Redis } from '../platform/redis.ts';
import { readWork, type Work } from './read-work.ts';

/** However many scrape: the counts of mail are read from the database at most so often. */
const WORK_KEPT_MS = 10_000;

export interface WatchedServices {
  registry: Registry;
  database: Pick<Database, 'pool'>;
  /** Undefined: there is no back office, and no mail to count. */
  operations: object | undefined;
  redis: Redis | undefined;
  budget: DailyBudget | undefined;
  /** Whose connections are counted. */
  server: Server;
  version: string;
  clock: () => Date;
}

/** Adds what is looked up when somebody asks: gauges of the other parts of the service. */
export function watchServices(services: WatchedServices): void {
  const { registry, database, operations, redis, budget, server, version } = services;
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name: `deskbell_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  };

  new Gauge({
    name: 'deskbell_info',
    help: 'Always 1.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);

  const countConnections = promisify(server.getConnections.bind(server));
  gauge(
    'http_connections',
    'Open connections: requests, event streams, WebSockets and idle ones.',
    () => (server.listening ? countConnections() : 0),
  );
  const { pool } = database;
  gauge('database_connections', 'Connections of the pool.', () => pool.totalCount);
  gauge('database_connections_idle', 'Of those, without a query.', () => pool.idleCount);
  gauge('database_queries_waiting', 'Queries that wait for a connection.', () => pool.waitingCount);
  if (redis !== undefined) {
    gauge('redis_up', '1 while Redis answers.', () => (redis.isUp() ? 1 : 0));
  }
  if (budget !== undefined) {
    gauge(
      'model_cost_today_usd',
      'What language models cost today, in all processes; a day as the business has it.',
      () => budget.spentTodayUsd(),
    );
    const { limitUsd } = budget;
    if (limitUsd !== undefined) gauge('model_budget_usd', 'DAILY_BUDGET_USD.', () => limitUsd);
  }
  if (operations !== undefined) watchWork(services);
}

function watchWork({ registry, database, clock }: WatchedServices): void {
  const registers = [registry];
  let reading: Promise<Work | undefined> | undefined;
  let readAtMs = Number.NEGATIVE_INFINITY;
  /** Undefined while the database does not answer: these gauges are then absent, the others not. */
  const work = (): Promise<Work | undefined> => {
    if (reading === undefined || performance.now() - readAtMs > WORK_KEPT_MS) {
      readAtMs = performance.now();
      reading = readWork({ database, now: clock() }).catch(() => undefined);
    }
    return reading;
  };

  new Gauge({
    name: 'deskbell_executions',
    help: 'Mails by the status of their execution: pending ones wait, running ones are being read.',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset();
      for (const [status, count] of (await work())?.executions ?? []) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'deskbell_oldest_waiting_mail_seconds',
    help: 'How long the longest waiting mail has been waiting; 0 when none is.',
    registers,
    async collect() {
      const found = await work();
      if (found === undefined) this.remove();
      else this.set(found.oldestWaitingSeconds);
    },
  });
}

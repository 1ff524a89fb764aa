import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SystemReport } from '@deskbell/protocol';
import { describeParts } from './describe-parts.ts';

const healthy: SystemReport = {
  generated_at: '2026-11-22T18:00:00.000Z',
  versions: { deskbell: '0.1.0', node: '24.0.0', postgres: '18.0' },
  process: {
    started_at: '2026-11-22T17:00:00.000Z',
    uptime_seconds: 3_600,
    memory_rss_bytes: 1e8,
    event_loop_delay_ms: null,
  },
  database: {
    status: 'up',
    latency_ms: 0.4,
    size_bytes: 13_800_000,
    connections_used: 28,
    connections_max: 100,
    migrations_applied: 9,
  },
  queue: {
    status: 'up',
    pending: 0,
    running: 0,
    failed_today: 0,
    oldest_pending_seconds: 0,
    dead_lettered: 0,
  },
  outbox: [{ channel: 'email', is_set_up: true, pending: 0, failed_today: 0, uncertain_today: 0 }],
  models: [],
  redis: 'off',
  budget: { limit_usd: null, spent_today_usd: 0, is_spent: false, currency: 'USD' },
  usage_today: [],
  mail_doors: { smtp: 'off', imap: 'off' },
  warnings: [],
};

const partOf = (report: SystemReport, name: string) => {
  const part = describeParts(report).find((one) => one.name === name);
  assert.ok(part !== undefined, name);
  return part;
};

describe('the parts of the service in words', () => {
  it('say what to do for each that is down', () => {
    const report: SystemReport = {
      ...healthy,
      database: { ...healthy.database, status: 'down', latency_ms: null },
      queue: { ...healthy.queue, status: 'down' },
      redis: 'down',
      mail_doors: { smtp: 'down', imap: 'down' },
    };
    const down = describeParts(report).filter(({ state }) => state === 'down');
    assert.deepEqual(
      down.map(({ name }) => name),
      ['Database', 'Mail queue', 'Redis', 'Mail by SMTP', 'Mail by IMAP'],
    );
    for (const { name, says, advice } of down) {
      assert.equal(says, 'down');
      assert.match(advice ?? '', /\.$/, name);
    }
  });

  it('make up no figure that could not be read', () => {
    const { facts, state } = partOf(
      {
        ...healthy,
        database: {
          status: 'up',
          latency_ms: null,
          size_bytes: null,
          connections_used: null,
          connections_max: null,
          migrations_applied: null,
        },
      },
      'Database',
    );
    assert.equal(facts, 'Nothing could be told.');
    assert.equal(state, 'works');
    assert.equal(partOf({ ...healthy, outbox: null }, 'Outbox').says, 'unknown');
  });

  it('give no advice while all is well, and none for what is not set up', () => {
    for (const { name, advice, state } of describeParts(healthy)) {
      assert.equal(advice, undefined, name);
      assert.match(state, /^(works|off)$/);
    }
    assert.equal(
      partOf(healthy, 'Database').facts,
      'Answers in 0.4 ms, 28 of 100 connections, 13.8 MB, 9 migrations.',
    );
  });

  it('call no channel free of trouble that is not set up, unless something of it is left', () => {
    const unset = {
      channel: 'webhook',
      is_set_up: false,
      pending: 0,
      failed_today: 0,
      uncertain_today: 0,
    } as const;
    const part = (one: typeof unset | { pending: number }) =>
      partOf({ ...healthy, outbox: [{ ...unset, ...one }] }, 'Notifications by webhook');
    assert.deepEqual([part(unset).state, part(unset).says], ['off', 'not set up']);
    assert.match(part(unset).facts, /WEBHOOK_URL/);
    assert.equal(part({ pending: 2 }).facts, '2 waiting, 0 failed today.');
  });

  it('tell a model that fails from one that only the budget keeps from answering', () => {
    const models: SystemReport['models'] = [
      {
        provider: 'anthropic',
        name: 'one',
        circuit: 'open',
        last_failure: { code: 'overloaded', at: '2026-11-22T17:59:00.000Z' },
      },
      { provider: 'openai', name: 'two', circuit: 'closed', last_failure: null },
    ];
    assert.deepEqual(
      ['Model one', 'Model two'].map((name) => partOf({ ...healthy, models }, name).says),
      ['left alone', 'no trouble'],
    );
    const [, two] = models;
    assert.ok(two !== undefined);
    const failure = (at: string) => ({ ...two, last_failure: { code: 'authentication', at } });
    const says = (at: string) => partOf({ ...healthy, models: [failure(at)] }, 'Model two').says;
    assert.equal(says('2026-11-22T17:50:00.000Z'), 'failed lately');
    assert.equal(says('2026-11-22T09:00:00.000Z'), 'no trouble');
    const spent = { ...healthy, models, budget: { ...healthy.budget, is_spent: true } };
    assert.equal(partOf(spent, 'Model two').says, 'not asked');
  });

  it('warn of mail that waits too long, and say where given up mail is', () => {
    const queue = { ...healthy.queue, pending: 14, oldest_pending_seconds: 300 };
    assert.equal(partOf({ ...healthy, queue }, 'Mail queue').says, 'behind');
    const givenUp = { ...healthy.queue, dead_lettered: 3 };
    assert.match(partOf({ ...healthy, queue: givenUp }, 'Mail queue').advice ?? '', /Executions/);
  });
});

import type { SystemReport } from '@deskbell/protocol';
import { sayCount } from '../../ui/figures.ts';
import { sayBytes, sayMilliseconds, saySpan } from './say-measures.ts';

export type PartState = 'works' | 'warning' | 'down' | 'off';

/** One part of the service, in words. */
export interface Part {
  name: string;
  state: PartState;
  /** One or two words for the state. */
  says: string;
  /** What is known of it, as a sentence or a few figures. */
  facts: string;
  /** What to do, where something is to be done. */
  advice?: string;
  /** Since the process started. */
  lastFailure?: { at: string; words: string };
}

/** Every part of the service in the order in which one looks for what is wrong. */
export function describeParts(report: SystemReport): Part[] {
  return [
    describeDatabase(report.database),
    describeQueue(report.queue),
    ...describeOutbox(report.outbox),
    ...describeModels(report),
    describeRedis(report.redis),
    ...describeDoors(report.mail_doors),
  ];
}

function describeDatabase(database: SystemReport['database']): Part {
  const name = 'Database';
  if (database.status === 'down') {
    return {
      name,
      state: 'down',
      says: 'down',
      facts: 'It does not answer.',
      advice:
        'Look whether PostgreSQL runs and can be reached; the server’s log has the reason. Nothing else works until it is back.',
    };
  }
  const { latency_ms, connections_used, connections_max, size_bytes, migrations_applied } =
    database;
  const isCrowded =
    connections_used !== null &&
    connections_max !== null &&
    connections_used > 0.9 * connections_max;
  return {
    name,
    state: isCrowded ? 'warning' : 'works',
    says: isCrowded ? 'crowded' : 'works',
    facts: listFacts([
      latency_ms !== null && `answers in ${sayMilliseconds(latency_ms)}`,
      connections_used !== null &&
        connections_max !== null &&
        `${sayCount(connections_used)} of ${sayCount(connections_max)} connections`,
      size_bytes !== null && sayBytes(size_bytes),
      migrations_applied !== null && `${sayCount(migrations_applied)} migrations`,
    ]),
    ...(isCrowded && {
      advice:
        'Nearly all connections of the database server are taken, by all its clients together: allow more, or run fewer processes.',
    }),
  };
}

/** From here on mail waits so long that people notice. */
const LONG_WAIT_SECONDS = 300;

function describeQueue(queue: SystemReport['queue']): Part {
  const name = 'Mail queue';
  if (queue.status === 'down') {
    return {
      name,
      state: 'down',
      says: 'down',
      facts: 'No mail is being taken up.',
      advice:
        'Mail that comes in is kept and read later. It follows the database: look there first, then at the log.',
    };
  }
  const { pending, running, failed_today, oldest_pending_seconds, dead_lettered } = queue;
  const isSlow = (oldest_pending_seconds ?? 0) >= LONG_WAIT_SECONDS;
  const hasGivenUp = (dead_lettered ?? 0) > 0;
  return {
    name,
    state: isSlow ? 'warning' : 'works',
    says: isSlow ? 'behind' : 'works',
    facts: listFacts([
      pending !== null && `${sayCount(pending)} waiting`,
      running !== null && `${sayCount(running)} being read`,
      oldest_pending_seconds !== null &&
        oldest_pending_seconds > 0 &&
        `the oldest for ${saySpan(oldest_pending_seconds)}`,
      failed_today !== null && `${sayCount(failed_today)} failed today`,
      hasGivenUp && `${sayCount(dead_lettered ?? 0)} given up`,
    ]),
    ...(isSlow && {
      advice:
        'No process works on mail, or they are too few: see Several processes in the operations guide.',
    }),
    ...(!isSlow &&
      hasGivenUp && {
        advice: 'What was given up is in Executions, under failed, and can be tried again there.',
      }),
  };
}

const channels = {
  email: 'Notifications by e-mail',
  webhook: 'Notifications by webhook',
  customer_email: 'E-mail to customers',
} as const;

/** What happens without a channel, and what sets it up. */
const unset = {
  email: 'Set SMTP_URL, MAIL_FROM and NOTIFY_EMAIL to tell staff by e-mail.',
  webhook: 'Set WEBHOOK_URL to tell another program.',
  customer_email:
    'Nothing is sent to customers: bookings are yours to confirm. The settings of e-mail to staff set it up.',
} as const;

function describeOutbox(outbox: SystemReport['outbox']): Part[] {
  if (outbox === null) {
    return [{ name: 'Outbox', state: 'warning', says: 'unknown', facts: 'It could not be asked.' }];
  }
  return outbox.map(({ channel, is_set_up, pending, failed_today, uncertain_today }) => {
    const isTroubled = failed_today + uncertain_today > 0;
    if (!is_set_up && !isTroubled && pending === 0) {
      return { name: channels[channel], state: 'off', says: 'not set up', facts: unset[channel] };
    }
    return {
      name: channels[channel],
      state: isTroubled ? 'warning' : 'works',
      says: failed_today > 0 ? 'failures' : uncertain_today > 0 ? 'uncertain' : 'no trouble',
      facts: listFacts([
        `${sayCount(pending)} waiting`,
        `${sayCount(failed_today)} failed today`,
        uncertain_today > 0 && `${sayCount(uncertain_today)} may have been sent`,
      ]),
      ...(isTroubled && {
        advice:
          'Notifications says which ones and why; what is uncertain is never sent twice by itself.',
      }),
    };
  });
}

const providers: Readonly<Record<string, string>> = {
  anthropic: 'Anthropic',
  openai: 'a server with the OpenAI API',
};

const failureWords: Readonly<Record<string, string>> = {
  authentication: 'the key is wrong or has been revoked',
  model_not_found: 'the provider does not offer it',
  rate_limited: 'the provider says that it is asked too often',
  overloaded: 'the provider is overloaded',
  timeout: 'it took too long',
  connection: 'it could not be reached',
  server_error: 'the provider had a fault of its own',
  malformed_stream: 'its answer could not be read',
  invalid_request: 'the provider refused the request',
  other: 'of an unknown kind',
};

/** A failure before that says little about now. */
const RECENT_FAILURE_MS = 15 * 60_000;

function describeModels({
  models,
  budget,
  generated_at,
}: Pick<SystemReport, 'models' | 'budget' | 'generated_at'>): Part[] {
  if (models.length === 0) {
    return [
      {
        name: 'Language model',
        state: 'off',
        says: 'not set up',
        facts: 'The clerk answers and rules read the mail.',
      },
    ];
  }
  return models.map(({ provider, name, circuit, last_failure }, index) => {
    const isOpen = circuit === 'open';
    const hasJustFailed =
      last_failure !== null &&
      Date.parse(generated_at) - Date.parse(last_failure.at) < RECENT_FAILURE_MS;
    const order = index === 0 ? 'asked first' : 'asked when those above fail';
    return {
      name: `Model ${name}`,
      state: isOpen || budget.is_spent || hasJustFailed ? 'warning' : 'works',
      says: isOpen
        ? 'left alone'
        : budget.is_spent
          ? 'not asked'
          : hasJustFailed
            ? 'failed lately'
            : 'no trouble',
      facts: listFacts([providers[provider] ?? provider, order]),
      ...(last_failure !== null && {
        lastFailure: {
          at: last_failure.at,
          words: failureWords[last_failure.code] ?? last_failure.code.replaceAll('_', ' '),
        },
      }),
      ...(isOpen
        ? {
            advice:
              'It failed several times in a row and is tried again in a few seconds; meanwhile the next model or the clerk answers. Its last failure says what is wrong.',
          }
        : budget.is_spent && {
            advice:
              'The budget of today is spent: raise DAILY_BUDGET_USD, or leave the work to the clerk and the rules until midnight.',
          }),
    };
  });
}

function describeRedis(redis: SystemReport['redis']): Part {
  const name = 'Redis';
  if (redis === 'off') {
    return { name, state: 'off', says: 'not set up', facts: 'Each process keeps its own limits.' };
  }
  if (redis === 'up') {
    return {
      name,
      state: 'works',
      says: 'works',
      facts: 'Limits hold for all processes together.',
    };
  }
  return {
    name,
    state: 'down',
    says: 'down',
    facts: 'Each process goes on with its own limits; nothing is lost.',
    advice:
      'Look whether it runs and whether REDIS_URL is right: see Redis in the operations guide.',
  };
}

function describeDoors({ smtp, imap }: SystemReport['mail_doors']): Part[] {
  return [
    {
      name: 'Mail by SMTP',
      ...doorState(smtp),
      facts:
        smtp === 'up'
          ? 'It listens.'
          : smtp === 'off'
            ? 'Set SMTP_PORT to receive mail by SMTP.'
            : 'It does not listen.',
      ...(smtp === 'down' && { advice: 'The log says why; another program may have the port.' }),
    },
    {
      name: 'Mail by IMAP',
      ...doorState(imap),
      facts:
        imap === 'up'
          ? 'The mailbox is connected.'
          : imap === 'off'
            ? 'Set IMAP_URL to fetch mail from a mailbox.'
            : 'The mailbox is not connected just now.',
      ...(imap === 'down' && {
        advice: 'It is tried again by itself. If it stays so, the log has the reason.',
      }),
    },
  ];
}

const doorState = (door: 'off' | 'up' | 'down'): Pick<Part, 'state' | 'says'> =>
  door === 'off'
    ? { state: 'off', says: 'not set up' }
    : door === 'up'
      ? { state: 'works', says: 'works' }
      : { state: 'down', says: 'down' };

/** `Answers in 3 ms, 28 of 100 connections.` */
function listFacts(facts: readonly (string | false)[]): string {
  const text = facts.filter((fact) => fact !== false).join(', ');
  return text === ''
    ? 'Nothing could be told.'
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

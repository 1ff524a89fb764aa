import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
  return [];
}

const refused: [variable: string, value: string, sentence: string][] = [
  ['PORT', 'banana', 'PORT is "banana", but should be a port number from 1 to 65535.'],
  ['PORT', '0', 'PORT is "0", but should be a port number from 1 to 65535.'],
  ['PORT', '65536', 'PORT is "65536", but should be a port number from 1 to 65535.'],
  ['PORT', '8e3', 'PORT is "8e3", but should be a port number from 1 to 65535.'],
  ['PORT', '', 'PORT is "", but should be a port number from 1 to 65535.'],
  ['HOST', '', 'HOST is "", but should be a name such as 127.0.0.1.'],
  ['DATA_DIR', ' ', 'DATA_DIR is "", but should be a name such as .data.'],
  [
    'PUBLIC_URL',
    'chat.example.com',
    'PUBLIC_URL is "chat.example.com", but should be an address that begins with http:// or https://.',
  ],
  [
    'DATABASE_URL',
    'mysql://me:hunter2@host/shop',
    'DATABASE_URL should look like postgres://user:password@host:5432/database.',
  ],
  ['AUTH_SECRET', 'hunter2', 'AUTH_SECRET has 7 characters, but should have at least 32.'],
  [
    'ANTHROPIC_BASE_URL',
    'ftp://example.com',
    'ANTHROPIC_BASE_URL is "ftp://example.com", but should be an address that begins with http:// or https://.',
  ],
  [
    'GROUNDING_CHECK',
    'yes',
    'GROUNDING_CHECK is "yes", but should be one of front-desk, both, off.',
  ],
  ['CHAT_MODEL', '', 'CHAT_MODEL is "", but should be a name such as claude-sonnet-5-5.'],
  [
    'OPENAI_BASE_URL',
    'http://localhost:11434/v1',
    'OPENAI_MODEL is missing; it names the model to ask for at OPENAI_BASE_URL.',
  ],
  ['OPENAI_MODEL', 'llama', 'OPENAI_BASE_URL is missing; it says which server has OPENAI_MODEL.'],
  ['SEED_DEMO', 'maybe', 'SEED_DEMO is "maybe", but should be on or off.'],
  [
    'BUSINESS_TIMEZONE',
    'America/Gotham',
    'BUSINESS_TIMEZONE is "America/Gotham", but should be a time zone such as America/New_York.',
  ],
  [
    'TRUSTED_PROXIES',
    '10.0.0.0/8, foo',
    'TRUSTED_PROXIES is "10.0.0.0/8, foo", but should be networks such as 10.0.0.0/8, fd00::/8, separated by commas.',
  ],
  [
    'TRUSTED_PROXIES',
    '10.0.0.0/33',
    'TRUSTED_PROXIES is "10.0.0.0/33", but should be networks such as 10.0.0.0/8, fd00::/8, separated by commas.',
  ],
  [
    'FRONTDESK_MESSAGES_PER_HOUR',
    '-1',
    'FRONTDESK_MESSAGES_PER_HOUR is "-1", but should be a whole number from 1 to 1000000.',
  ],
  ...['*', 'www.example.com', 'ftp://a.example', 'https://a.example/shop'].map(
    (value): [string, string, string] => [
      'CORS_ORIGINS',
      value,
      `CORS_ORIGINS is "${value}", but should be origins such as https://www.example.com, separated by commas.`,
    ],
  ),
  [
    'BACKOFFICE_MESSAGES_PER_MINUTE',
    '0',
    'BACKOFFICE_MESSAGES_PER_MINUTE is "0", but should be a whole number from 1 to 1000000.',
  ],
  [
    'BACKOFFICE_DAILY_TOKENS',
    '1000000001',
    'BACKOFFICE_DAILY_TOKENS is "1000000001", but should be a whole number from 1 to 1000000000.',
  ],
  ...['0', '-1', '5 dollars', '2.505', '1e3'].map((amount): [string, string, string] => [
    'DAILY_BUDGET_USD',
    amount,
    `DAILY_BUDGET_USD is "${amount}", but should be an amount of dollars, such as 5 or 2.50.`,
  ]),
  [
    'REDIS_URL',
    'http://me:hunter2@redis',
    'REDIS_URL should be an address that begins with redis:// or rediss://.',
  ],
  ['ADMIN_EMAIL', 'dana', 'ADMIN_EMAIL is "dana", but should be an e-mail address.'],
  [
    'ADMIN_EMAIL',
    'dana@example.com',
    'ADMIN_PASSWORD is missing; it is the password of the administrator ADMIN_EMAIL.',
  ],
  [
    'ADMIN_PASSWORD',
    'twelve chars',
    'ADMIN_EMAIL is missing; it says whose password ADMIN_PASSWORD is.',
  ],
  ['ADMIN_PASSWORD', 'elevenchars', 'ADMIN_PASSWORD has 11 characters, but should have 12 to 128.'],
  [
    'ADMIN_PASSWORD',
    'x'.repeat(129),
    'ADMIN_PASSWORD has 129 characters, but should have 12 to 128.',
  ],
  [
    'LEADERSHIP',
    'the boss',
    'LEADERSHIP has "the boss", which is neither an e-mail address nor a domain.',
  ],
  [
    'LOG_LEVEL',
    'loud',
    'LOG_LEVEL is "loud", but should be one of fatal, error, warn, info, debug, trace, silent.',
  ],
  ['RETENTION_DAYS', '0', 'RETENTION_DAYS is "0", but should be a whole number from 1 to 1000000.'],
  ['SMTP_PORT', '0', 'SMTP_PORT is "0", but should be a port number from 1 to 65535.'],
  [
    'REVIEW_BELOW_CONFIDENCE',
    '90',
    'REVIEW_BELOW_CONFIDENCE is "90", but should be a number from 0 to 1.',
  ],
  ['PROCESS_MAIL', 'maybe', 'PROCESS_MAIL is "maybe", but should be on or off.'],
  [
    'IMAP_URL',
    'https://mail.example.com',
    'IMAP_URL should be an address that begins with imap:// or imaps://.',
  ],
  [
    'IMAP_URL',
    'imaps://mail.example.com/INBOX',
    'IMAP_URL has no user; it should look like imaps://user:password@host/folder.',
  ],
  [
    'ALLOWED_SENDERS',
    'vans.example, not a domain',
    'ALLOWED_SENDERS has "not a domain", which is neither an e-mail address nor a domain.',
  ],
  [
    'BLOCKED_SENDERS',
    '@',
    'BLOCKED_SENDERS has "@", which is neither an e-mail address nor a domain.',
  ],
  [
    'WEBHOOK_URL',
    'hooks.example.com',
    'WEBHOOK_URL should be an address that begins with http:// or https://.',
  ],
  [
    'NOTIFY_EMAIL',
    'ops@example.com',
    'SMTP_URL is missing; it says which server sends to NOTIFY_EMAIL.',
  ],
  [
    'WEBHOOK_SECRET',
    'x'.repeat(16),
    'WEBHOOK_URL is missing; WEBHOOK_SECRET signs what is sent there.',
  ],
];

for (const [variable, value, sentence] of refused) {
  test(`${variable}=${value} is refused in a sentence`, () => {
    assert.deepEqual(problemsOf({ [variable]: value }), [sentence]);
  });
}

test('all problems are told at once', () => {
  assert.equal(problemsOf({ PORT: 'banana', BUSINESS_TIMEZONE: 'Mars', LOG_LEVEL: 'x' }).length, 3);
});

test('a refusal never shows a secret', () => {
  const sentences = problemsOf({
    DATABASE_URL: 'mysql://me:hunter2@host/shop',
    AUTH_SECRET: 'hunter2',
    IMAP_URL: 'http://me:hunter2@mail',
    WEBHOOK_SECRET: 'hunter2',
    REDIS_URL: 'http://me:hunter2@redis',
    ADMIN_PASSWORD: 'hunter2',
  });
  assert.equal(sentences.length, 6);
  assert.doesNotMatch(sentences.join(), /hunter2/);
});

test('an empty environment is a working one', () => {
  assert.deepEqual(readConfig({}), {
    isProduction: false,
    port: 8000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8000',
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    authSecret: undefined,
    anthropicApiKey: undefined,
    anthropicBaseUrl: undefined,
    chatModel: 'claude-sonnet-5-5',
    chatFallbackModel: undefined,
    openAi: undefined,
    groundingCheck: 'front-desk',
    seedDemo: true,
    businessTimeZone: 'America/New_York',
    trustedProxies: [],
    frontDeskMessagesPerHour: 20,
    bookingsPerHour: 20,
    corsOrigins: [],
    backOfficeMessagesPerMinute: 20,
    backOfficeDailyTokens: 2_000_000,
    dailyBudgetUsd: undefined,
    redisUrl: undefined,
    firstAdmin: undefined,
    leadership: [],
    logLevel: 'info',
    processMail: true,
    mailConcurrency: 4,
    retentionDays: undefined,
    ownDomains: [],
    staffNames: [],
    allowedSenders: [],
    blockedSenders: [],
    reviewBelowConfidence: 0.9,
    smtpPort: undefined,
    smtpHost: '127.0.0.1',
    imapUrl: undefined,
    notifyByEmail: undefined,
    notifyByWebhook: undefined,
  });
});

test('every variable arrives, trimmed', () => {
  const config = readConfig({
    NODE_ENV: 'production',
    PORT: ' 9000 ',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://chat.example.com/',
    DATA_DIR: '/srv/deskbell',
    DATABASE_URL: 'postgres://me:secret@db/desk',
    AUTH_SECRET: 'x'.repeat(32),
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:4000',
    CHAT_MODEL: 'claude-haiku-5-5',
    CHAT_FALLBACK_MODEL: 'claude-sonnet-4-5',
    OPENAI_BASE_URL: 'http://localhost:11434/v1',
    OPENAI_MODEL: 'llama',
    OPENAI_API_KEY: 'other-key',
    GROUNDING_CHECK: ' Both ',
    BUSINESS_TIMEZONE: 'Europe/Berlin',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.7',
    FRONTDESK_MESSAGES_PER_HOUR: '5',
    BOOKINGS_PER_HOUR: '7',
    CORS_ORIGINS: 'https://www.example.com/, http://localhost:3000',
    BACKOFFICE_MESSAGES_PER_MINUTE: '6',
    BACKOFFICE_DAILY_TOKENS: '5000000',
    DAILY_BUDGET_USD: '2.50',
    REDIS_URL: 'rediss://me:secret@redis.example.com:6380/1',
    ADMIN_EMAIL: ' Dana@example.com ',
    ADMIN_PASSWORD: ' correct horse ',
    LEADERSHIP: 'Boss@example.com, board.example.com',
    LOG_LEVEL: 'debug',
    PROCESS_MAIL: 'off',
    MAIL_CONCURRENCY: '8',
    RETENTION_DAYS: '90',
    OWN_DOMAINS: 'Example.com, example.org',
    STAFF_NAMES: 'Maria, Tom',
    ALLOWED_SENDERS: 'vans.example',
    BLOCKED_SENDERS: 'Spam@vans.example,',
    REVIEW_BELOW_CONFIDENCE: '0.8',
    SMTP_PORT: '2525',
    SMTP_HOST: '10.0.0.5',
    IMAP_URL: 'imaps://me:secret@mail.example.com/INBOX',
    SMTP_URL: 'smtp://mail.example.com:587',
    MAIL_FROM: 'aubs@example.com',
    NOTIFY_EMAIL: 'ops@example.com, boss@example.com',
    WEBHOOK_URL: 'https://hooks.example.com/x',
    WEBHOOK_SECRET: 's'.repeat(16),
  });
  assert.deepEqual(config, {
    isProduction: true,
    port: 9000,
    host: '0.0.0.0',
    publicUrl: 'https://chat.example.com',
    dataDir: '/srv/deskbell',
    databaseUrl: 'postgres://me:secret@db/desk',
    authSecret: 'x'.repeat(32),
    anthropicApiKey: 'key',
    anthropicBaseUrl: 'http://127.0.0.1:4000',
    chatModel: 'claude-haiku-5-5',
    chatFallbackModel: 'claude-sonnet-4-5',
    openAi: { baseUrl: 'http://localhost:11434/v1', model: 'llama', apiKey: 'other-key' },
    groundingCheck: 'both',
    seedDemo: false,
    businessTimeZone: 'Europe/Berlin',
    trustedProxies: ['10.0.0.0/8', '::1/128', '192.0.2.7/32'],
    frontDeskMessagesPerHour: 5,
    bookingsPerHour: 7,
    corsOrigins: ['https://www.example.com', 'http://localhost:3000'],
    backOfficeMessagesPerMinute: 6,
    backOfficeDailyTokens: 5_000_000,
    dailyBudgetUsd: 2.5,
    redisUrl: 'rediss://me:secret@redis.example.com:6380/1',
    firstAdmin: { email: 'Dana@example.com', password: ' correct horse ' },
    leadership: ['boss@example.com', 'board.example.com'],
    logLevel: 'debug',
    processMail: false,
    mailConcurrency: 8,
    retentionDays: 90,
    ownDomains: ['example.com', 'example.org'],
    staffNames: ['Maria', 'Tom'],
    allowedSenders: ['vans.example'],
    blockedSenders: ['spam@vans.example'],
    reviewBelowConfidence: 0.8,
    smtpPort: 2525,
    smtpHost: '10.0.0.5',
    imapUrl: 'imaps://me:secret@mail.example.com/INBOX',
    notifyByEmail: {
      smtpUrl: 'smtp://mail.example.com:587',
      from: 'aubs@example.com',
      recipients: ['ops@example.com', 'boss@example.com'],
    },
    notifyByWebhook: { url: 'https://hooks.example.com/x', secret: 's'.repeat(16) },
  });
});

test('the demo is seeded into an own database only when asked for', () => {
  const databaseUrl = 'postgres://me@db/desk';
  assert.equal(readConfig({ DATABASE_URL: databaseUrl }).seedDemo, false);
  assert.equal(readConfig({ DATABASE_URL: databaseUrl, SEED_DEMO: 'yes' }).seedDemo, true);
  assert.equal(readConfig({ SEED_DEMO: 'off' }).seedDemo, false);
});

test('empty values of what is off by default are the same as none', () => {
  const names = [
    'ANTHROPIC_API_KEY',
    'DATABASE_URL',
    'OPENAI_MODEL',
    'TRUSTED_PROXIES',
    'REDIS_URL',
    'DAILY_BUDGET_USD',
    'ADMIN_EMAIL',
    'ADMIN_PASSWORD',
    'LEADERSHIP',
  ];
  assert.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, '']))), readConfig({}));
});

import { resolve } from 'node:path';
import { z } from 'zod';
import {
  amount,
  choice,
  logLevel,
  mailboxUrl,
  networks,
  optionalAmount,
  optionalEmail,
  optionalMoney,
  optionalPassword,
  optionalPort,
  optionalSecret,
  optionalText,
  optionalUrl,
  origins,
  port,
  postgresUrl,
  redisUrl,
  secretUrl,
  senderList,
  share,
  switchOr,
  text,
  textList,
  timeZone,
} from './config-values.ts';

/** An environment that cannot be used: one sentence per variable, for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The server's settings. Each names the environment variable it comes from. */
export interface Config {
  /** NODE_ENV=production. JSON logs, and no open back office. */
  isProduction: boolean;
  /** PORT. Where the server listens; 1 to 65535. */
  port: number;
  /** HOST. The address it listens on; 0.0.0.0 opens it to the network. */
  host: string;
  /** PUBLIC_URL. The origin people see in their browser, without a slash at the end. */
  publicUrl: string;
  /** DATA_DIR, absolute. The embedded database and the generated secret live there. */
  dataDir: string;
  /** DATABASE_URL. Your own PostgreSQL, 15 or newer; undefined: the embedded one. */
  databaseUrl: string | undefined;
  /** AUTH_SECRET. Signs session cookies; undefined: one is generated and kept in `dataDir`. */
  authSecret: string | undefined;
  /** ANTHROPIC_API_KEY. Undefined: no Claude. */
  anthropicApiKey: string | undefined;
  /** ANTHROPIC_BASE_URL. Undefined: Anthropic's own. */
  anthropicBaseUrl: string | undefined;
  /** CHAT_MODEL. */
  chatModel: string;
  /** CHAT_FALLBACK_MODEL. The Claude model that is asked when the first fails. */
  chatFallbackModel: string | undefined;
  /** OPENAI_BASE_URL, OPENAI_MODEL and, if the server wants one, OPENAI_API_KEY. */
  openAi: { baseUrl: string; model: string; apiKey: string | undefined } | undefined;
  /** GROUNDING_CHECK. Whose language models are held to what tools and facts say. */
  groundingCheck: 'front-desk' | 'both' | 'off';
  /** SEED_DEMO. Whether the demo business is loaded; by default with the embedded database. */
  seedDemo: boolean;
  /** BUSINESS_TIMEZONE. Decides what "tomorrow" and "weekend" mean. */
  businessTimeZone: string;
  /** TRUSTED_PROXIES. Networks (CIDR) whose X-Forwarded-For is believed; none by default. */
  trustedProxies: readonly string[];
  /** FRONTDESK_MESSAGES_PER_HOUR. Per client address. */
  frontDeskMessagesPerHour: number;
  /** BOOKINGS_PER_HOUR. Made on the website, per client address. */
  bookingsPerHour: number;
  /** CORS_ORIGINS. Other websites that may embed the chat; cookies count for nothing there. */
  corsOrigins: readonly string[];
  /** BACKOFFICE_MESSAGES_PER_MINUTE. Per member of staff or API key. */
  backOfficeMessagesPerMinute: number;
  /** BACKOFFICE_DAILY_TOKENS. Of language models, per member of staff or API key and business day. */
  backOfficeDailyTokens: number;
  /** DAILY_BUDGET_USD. What language models may cost a business day; undefined: no limit. */
  dailyBudgetUsd: number | undefined;
  /** REDIS_URL. Shared limits and caches for several processes; undefined: each has its own. */
  redisUrl: string | undefined;
  /** ADMIN_EMAIL and ADMIN_PASSWORD. The first administrator, made where there is none. */
  firstAdmin: { email: string; password: string } | undefined;
  /** LEADERSHIP. Addresses or domains whose deadlines come first. */
  leadership: readonly string[];
  /** LOG_LEVEL. */
  logLevel: string;
  /** PROCESS_MAIL. Whether this process reads mail itself; off where `npm run worker` does. */
  processMail: boolean;
  /** MAIL_CONCURRENCY. Mails read at the same time by one process. */
  mailConcurrency: number;
  /** RETENTION_DAYS. How long mail is kept; undefined: for ever. */
  retentionDays: number | undefined;
  /** OWN_DOMAINS. The business's own mail domains or addresses: who counts as staff. */
  ownDomains: readonly string[];
  /** STAFF_NAMES. People whom tasks may be given to. */
  staffNames: readonly string[];
  /** ALLOWED_SENDERS, BLOCKED_SENDERS. Addresses or domains; no allowed ones: everybody. */
  allowedSenders: readonly string[];
  blockedSenders: readonly string[];
  /** REVIEW_BELOW_CONFIDENCE. Below it a person looks before anything is done; 0 to 1. */
  reviewBelowConfidence: number;
  /** SMTP_PORT. Where mail is received by SMTP; undefined: nowhere. */
  smtpPort: number | undefined;
  /** SMTP_HOST. The address of that door. Not HOST: it has no sign-in and no encryption. */
  smtpHost: string;
  /** IMAP_URL: imaps://user:password@host/folder. Undefined: no mailbox is fetched. */
  imapUrl: string | undefined;
  /** SMTP_URL, MAIL_FROM and NOTIFY_EMAIL: notifications by e-mail. */
  notifyByEmail: { smtpUrl: string; from: string; recipients: readonly string[] } | undefined;
  /** WEBHOOK_URL, and WEBHOOK_SECRET to sign with: notifications by HTTP. */
  notifyByWebhook: { url: string; secret: string | undefined } | undefined;
}

const environmentSchema = z.object({
  NODE_ENV: optionalText,
  PORT: port(8000),
  HOST: text('127.0.0.1'),
  PUBLIC_URL: optionalUrl('http:', 'https:'),
  DATA_DIR: text('.data'),
  DATABASE_URL: postgresUrl,
  AUTH_SECRET: optionalSecret(32),
  ANTHROPIC_API_KEY: optionalSecret(1),
  ANTHROPIC_BASE_URL: optionalUrl('http:', 'https:'),
  CHAT_MODEL: text('claude-sonnet-5-5'),
  CHAT_FALLBACK_MODEL: optionalText,
  OPENAI_BASE_URL: optionalUrl('http:', 'https:'),
  OPENAI_MODEL: optionalText,
  OPENAI_API_KEY: optionalSecret(1),
  GROUNDING_CHECK: choice(['front-desk', 'both', 'off'], 'front-desk'),
  SEED_DEMO: switchOr(undefined),
  BUSINESS_TIMEZONE: timeZone('America/New_York'),
  TRUSTED_PROXIES: networks,
  FRONTDESK_MESSAGES_PER_HOUR: amount(20),
  BOOKINGS_PER_HOUR: amount(20),
  CORS_ORIGINS: origins,
  BACKOFFICE_MESSAGES_PER_MINUTE: amount(20),
  BACKOFFICE_DAILY_TOKENS: amount(2_000_000, 1_000_000_000),
  DAILY_BUDGET_USD: optionalMoney,
  REDIS_URL: redisUrl,
  ADMIN_EMAIL: optionalEmail,
  ADMIN_PASSWORD: optionalPassword(12),
  LEADERSHIP: senderList,
  LOG_LEVEL: logLevel('info'),
  PROCESS_MAIL: switchOr(true),
  MAIL_CONCURRENCY: amount(4),
  RETENTION_DAYS: optionalAmount,
  OWN_DOMAINS: senderList,
  STAFF_NAMES: textList,
  ALLOWED_SENDERS: senderList,
  BLOCKED_SENDERS: senderList,
  REVIEW_BELOW_CONFIDENCE: share(0.9),
  SMTP_PORT: optionalPort,
  SMTP_HOST: text('127.0.0.1'),
  IMAP_URL: mailboxUrl,
  SMTP_URL: secretUrl('smtp:', 'smtps:'),
  MAIL_FROM: optionalText,
  NOTIFY_EMAIL: textList,
  WEBHOOK_URL: secretUrl('http:', 'https:'),
  WEBHOOK_SECRET: optionalSecret(16),
});

type Environment = z.output<typeof environmentSchema>;

/**
 * Reads the settings from the environment; all are optional. An empty value is the same as none
 * where none is the default, and refused elsewhere. Throws `ConfigError` with every problem.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(env);
  const problems = parsed.success
    ? conflictsOf(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);

  const values = parsed.data;
  return {
    isProduction: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    authSecret: values.AUTH_SECRET,
    anthropicApiKey: values.ANTHROPIC_API_KEY,
    anthropicBaseUrl: values.ANTHROPIC_BASE_URL,
    chatModel: values.CHAT_MODEL,
    chatFallbackModel: values.CHAT_FALLBACK_MODEL,
    openAi: openAiOf(values),
    groundingCheck: values.GROUNDING_CHECK,
    seedDemo: values.SEED_DEMO ?? values.DATABASE_URL === undefined,
    businessTimeZone: values.BUSINESS_TIMEZONE,
    trustedProxies: values.TRUSTED_PROXIES,
    frontDeskMessagesPerHour: values.FRONTDESK_MESSAGES_PER_HOUR,
    bookingsPerHour: values.BOOKINGS_PER_HOUR,
    corsOrigins: values.CORS_ORIGINS,
    backOfficeMessagesPerMinute: values.BACKOFFICE_MESSAGES_PER_MINUTE,
    backOfficeDailyTokens: values.BACKOFFICE_DAILY_TOKENS,
    dailyBudgetUsd: values.DAILY_BUDGET_USD,
    redisUrl: values.REDIS_URL,
    firstAdmin: firstAdminOf(values),
    leadership: values.LEADERSHIP,
    logLevel: values.LOG_LEVEL,
    processMail: values.PROCESS_MAIL,
    mailConcurrency: values.MAIL_CONCURRENCY,
    retentionDays: values.RETENTION_DAYS,
    ownDomains: values.OWN_DOMAINS.map((domain) => domain.toLowerCase()),
    staffNames: values.STAFF_NAMES,
    allowedSenders: values.ALLOWED_SENDERS,
    blockedSenders: values.BLOCKED_SENDERS,
    reviewBelowConfidence: values.REVIEW_BELOW_CONFIDENCE,
    smtpPort: values.SMTP_PORT,
    smtpHost: values.SMTP_HOST,
    imapUrl: values.IMAP_URL,
    notifyByEmail: notifyByEmailOf(values),
    notifyByWebhook: notifyByWebhookOf(values),
  };
}

function conflictsOf(values: Environment): string[] {
  return [
    ...openAiConflicts(values),
    ...notificationConflicts(values),
    ...firstAdminConflicts(values),
  ];
}

function openAiConflicts({ OPENAI_BASE_URL, OPENAI_MODEL }: Environment): string[] {
  if (OPENAI_BASE_URL !== undefined && OPENAI_MODEL === undefined) {
    return ['OPENAI_MODEL is missing; it names the model to ask for at OPENAI_BASE_URL.'];
  }
  if (OPENAI_MODEL !== undefined && OPENAI_BASE_URL === undefined) {
    return ['OPENAI_BASE_URL is missing; it says which server has OPENAI_MODEL.'];
  }
  return [];
}

function firstAdminConflicts({ ADMIN_EMAIL, ADMIN_PASSWORD }: Environment): string[] {
  if (ADMIN_EMAIL !== undefined && ADMIN_PASSWORD === undefined) {
    return ['ADMIN_PASSWORD is missing; it is the password of the administrator ADMIN_EMAIL.'];
  }
  if (ADMIN_PASSWORD !== undefined && ADMIN_EMAIL === undefined) {
    return ['ADMIN_EMAIL is missing; it says whose password ADMIN_PASSWORD is.'];
  }
  return [];
}

function firstAdminOf({ ADMIN_EMAIL, ADMIN_PASSWORD }: Environment): Config['firstAdmin'] {
  if (ADMIN_EMAIL === undefined || ADMIN_PASSWORD === undefined) return undefined;
  return { email: ADMIN_EMAIL, password: ADMIN_PASSWORD };
}

function notificationConflicts(values: Environment): string[] {
  const { SMTP_URL, MAIL_FROM, NOTIFY_EMAIL, WEBHOOK_URL, WEBHOOK_SECRET } = values;
  const problems: string[] = [];
  if (SMTP_URL !== undefined && NOTIFY_EMAIL.length === 0) {
    problems.push('NOTIFY_EMAIL is missing; it says who gets the notifications sent by SMTP_URL.');
  }
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    problems.push('MAIL_FROM is missing; it is the sender of the notifications sent by SMTP_URL.');
  }
  if (SMTP_URL === undefined && NOTIFY_EMAIL.length > 0) {
    problems.push('SMTP_URL is missing; it says which server sends to NOTIFY_EMAIL.');
  }
  if (WEBHOOK_SECRET !== undefined && WEBHOOK_URL === undefined) {
    problems.push('WEBHOOK_URL is missing; WEBHOOK_SECRET signs what is sent there.');
  }
  return problems;
}

function notifyByEmailOf(values: Environment): Config['notifyByEmail'] {
  const { SMTP_URL, MAIL_FROM, NOTIFY_EMAIL } = values;
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return undefined;
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, recipients: NOTIFY_EMAIL };
}

function notifyByWebhookOf({
  WEBHOOK_URL,
  WEBHOOK_SECRET,
}: Environment): Config['notifyByWebhook'] {
  return WEBHOOK_URL === undefined ? undefined : { url: WEBHOOK_URL, secret: WEBHOOK_SECRET };
}

function openAiOf(values: Environment): Config['openAi'] {
  if (values.OPENAI_BASE_URL === undefined || values.OPENAI_MODEL === undefined) return undefined;
  return {
    baseUrl: values.OPENAI_BASE_URL,
    model: values.OPENAI_MODEL,
    apiKey: values.OPENAI_API_KEY,
  };
}

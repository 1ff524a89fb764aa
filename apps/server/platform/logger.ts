import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { describeError } from './describe-error.ts';

const secretPaths = [
  'apiKey',
  'anthropicApiKey',
  'password',
  'authSecret',
  'secret',
  'databaseUrl',
  'redisUrl',
  'imapUrl',
  'smtpUrl',
  'authorization',
  'cookie',
];

/** Names that never appear in a log line with their value, wherever they sit in it. */
const redact = {
  paths: secretPaths
    .flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
    .concat(
      ['x-api-key', 'set-cookie'].flatMap((name) => [
        `["${name}"]`,
        `*["${name}"]`,
        `*.*["${name}"]`,
      ]),
    ),
  censor: '[hidden]',
};

export interface LoggerOptions {
  level: string;
  /** One readable line per entry instead of JSON. Default: when standard output is a terminal. */
  isPretty?: boolean;
}

/** The process's log, on standard output. Other parts get it, or a child of it, as a parameter. */
export function createLogger({
  level,
  isPretty = process.stdout.isTTY === true,
}: LoggerOptions): Logger {
  const serializers = { err: (error: unknown) => describeError(error) };
  if (!isPretty) return pino({ level, redact, serializers });
  const stream = pretty({
    colorize: process.stdout.isTTY === true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    // Lines must not be lost when the process ends right after writing them.
    sync: true,
  });
  return pino({ level, redact, serializers }, stream);
}

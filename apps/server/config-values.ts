import { MAX_PASSWORD_LENGTH, signInRequestSchema } from '@deskbell/protocol';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { isSenderEntry } from './operations/intake/sender-lists.ts';

// Each value parses one environment variable. A refusal reads as the rest of a sentence that
// begins with the variable's name, says what it got (never for a secret) and what it wants.

const shown = (value: unknown): string => JSON.stringify(value);

function refuse(context: z.RefinementCtx, wanted: string): never {
  context.addIssue({ code: 'custom', message: `is ${shown(context.value)}, but ${wanted}.` });
  return z.NEVER;
}

const trimmed = z.string().trim();

/** An empty value is the same as none. */
const optional = trimmed
  .optional()
  .transform((value) => (value === undefined || value === '' ? undefined : value));

export const optionalText = optional;

export const text = (fallback: string) =>
  trimmed.default(fallback).transform((value, context) => {
    return value === '' ? refuse(context, `should be a name such as ${fallback}`) : value;
  });

function wholeNumber(fallback: number, { most, wanted }: { most: number; wanted: string }) {
  return trimmed.default(String(fallback)).transform((value, context) => {
    const number = Number(value);
    const isWanted = /^\d+$/.test(value) && number >= 1 && number <= most;
    return isWanted ? number : refuse(context, wanted);
  });
}

export const port = (fallback: number) =>
  wholeNumber(fallback, { most: 65_535, wanted: 'should be a port number from 1 to 65535' });

const optionalWholeNumber = ({ most, wanted }: { most: number; wanted: string }) =>
  optional.transform((value, context) => {
    if (value === undefined) return undefined;
    const number = Number(value);
    const isWanted = /^\d+$/.test(value) && number >= 1 && number <= most;
    return isWanted ? number : refuse(context, wanted);
  });

export const optionalPort = optionalWholeNumber({
  most: 65_535,
  wanted: 'should be a port number from 1 to 65535',
});

export const optionalAmount = optionalWholeNumber({
  most: 1_000_000,
  wanted: 'should be a whole number from 1 to 1000000',
});

/** Of an account: whoever signs in writes it the same way. */
export const optionalEmail = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const isEmail = signInRequestSchema.shape.email.safeParse(value).success;
  return isEmail ? value : refuse(context, 'should be an e-mail address');
});

/** Never shown, and taken as it is: whoever signs in writes its spaces too. */
export const optionalPassword = (fewestCharacters: number) =>
  z
    .string()
    .optional()
    .transform((value) => (value === '' ? undefined : value))
    .superRefine((value, context) => {
      const length = value?.length ?? fewestCharacters;
      if (length >= fewestCharacters && length <= MAX_PASSWORD_LENGTH) return;
      context.addIssue({
        code: 'custom',
        message: `has ${length} characters, but should have ${fewestCharacters} to ${MAX_PASSWORD_LENGTH}.`,
      });
    });

/** US dollars, such as 5 or 2.50. */
export const optionalMoney = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const amount = Number(value);
  const isMoney = /^\d{1,7}(\.\d{1,2})?$/.test(value) && amount > 0;
  return isMoney ? amount : refuse(context, 'should be an amount of dollars, such as 5 or 2.50');
});

/** From 0 to 1. */
export const share = (fallback: number) =>
  trimmed.default(String(fallback)).transform((value, context) => {
    const number = Number(value);
    const isShare = /^[\d.]+$/.test(value) && number >= 0 && number <= 1;
    return isShare ? number : refuse(context, 'should be a number from 0 to 1');
  });

/** Separated by commas. */
const entriesOf = (value = ''): string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

export const textList = optional.transform(entriesOf);

/** An address that may hold a password or a token: never shown. */
export const secretUrl = (...protocols: string[]) =>
  optional.superRefine((value, context) => {
    if (value === undefined) return;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return;
    context.addIssue({
      code: 'custom',
      message: `should be an address that begins with ${protocols.join('// or ')}//.`,
    });
  });

/** Never shown: it may hold a password. */
export const redisUrl = secretUrl('redis:', 'rediss:').superRefine((value, context) => {
  if (value === undefined || !URL.canParse(value)) return;
  if (/^(\/\d*)?$/.test(new URL(value).pathname)) return;
  context.addIssue({
    code: 'custom',
    message: 'may have only the number of a database after its host, as in redis://host:6379/1.',
  });
});

/** Addresses and domains of senders, separated by commas, in lower case. */
export const senderList = textList.transform((entries, context) => {
  const wrong = entries.find((entry) => !isSenderEntry(entry));
  if (wrong === undefined) return entries.map((entry) => entry.toLowerCase());
  context.addIssue({
    code: 'custom',
    message: `has ${shown(wrong)}, which is neither an e-mail address nor a domain.`,
  });
  return z.NEVER;
});

/** Never shown: it holds a password. */
export const mailboxUrl = secretUrl('imap:', 'imaps:').superRefine((value, context) => {
  if (value === undefined || !/^imaps?:/i.test(value) || !URL.canParse(value)) return;
  if (new URL(value).username !== '') return;
  context.addIssue({
    code: 'custom',
    message: 'has no user; it should look like imaps://user:password@host/folder.',
  });
});

export const amount = (fallback: number, most = 1_000_000) =>
  wholeNumber(fallback, { most, wanted: `should be a whole number from 1 to ${most}` });

/** Without a slash at the end. */
export const optionalUrl = (...protocols: string[]) =>
  optional.transform((value, context) => {
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) {
      return value.replace(/\/+$/, '');
    }
    return refuse(context, `should be an address that begins with ${protocols.join('// or ')}//`);
  });

/** Never shown: it holds a password. */
export const postgresUrl = optional.superRefine((value, context) => {
  const protocol = value !== undefined && URL.canParse(value) ? new URL(value).protocol : '';
  if (value === undefined || protocol === 'postgres:' || protocol === 'postgresql:') return;
  context.addIssue({
    code: 'custom',
    message: 'should look like postgres://user:password@host:5432/database.',
  });
});

/** Never shown. */
export const optionalSecret = (fewestCharacters: number) =>
  optional.superRefine((value, context) => {
    if (value === undefined || value.length >= fewestCharacters) return;
    context.addIssue({
      code: 'custom',
      message: `has ${value.length} characters, but should have at least ${fewestCharacters}.`,
    });
  });

const switches = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['on', true],
  ['0', false],
  ['false', false],
  ['no', false],
  ['off', false],
]);

export const switchOr = <Fallback extends boolean | undefined>(fallback: Fallback) =>
  optional.transform((value, context): boolean | Fallback => {
    if (value === undefined) return fallback;
    return switches.get(value.toLowerCase()) ?? refuse(context, 'should be on or off');
  });

export const timeZone = (fallback: string) =>
  trimmed.default(fallback).transform((value, context) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return value;
    } catch {
      return refuse(context, 'should be a time zone such as America/New_York');
    }
  });

/** Origins of websites, separated by commas, as browsers write them: no path, no slash at the end. */
export const origins = optional.transform((value, context) =>
  entriesOf(value).map((entry) => {
    const url = URL.canParse(entry) ? new URL(entry) : undefined;
    const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/';
    return isOrigin && url.search === '' && url.hash === '' && url.username === ''
      ? url.origin
      : refuse(context, 'should be origins such as https://www.example.com, separated by commas');
  }),
);

/** Addresses and networks, separated by commas; an address alone is a network of one. */
export const networks = optional.transform((value, context) => {
  return entriesOf(value).map((entry) => {
    const network = ipaddr.isValid(entry) ? `${entry}/${bitsOf(entry)}` : entry;
    if (ipaddr.isValidCIDR(network)) return network;
    return refuse(context, 'should be networks such as 10.0.0.0/8, fd00::/8, separated by commas');
  });
});

const bitsOf = (address: string): number => (ipaddr.parse(address).kind() === 'ipv4' ? 32 : 128);

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** One of some words, in whatever case. */
export const choice = <const Word extends string>(words: readonly Word[], fallback: Word) =>
  trimmed.default(fallback).transform((value, context) => {
    const word = words.find((one) => one === value.toLowerCase());
    return word ?? refuse(context, `should be one of ${words.join(', ')}`);
  });

export const logLevel = (fallback: string) =>
  trimmed.default(fallback).transform((value, context) => {
    return levels.includes(value)
      ? value
      : refuse(context, `should be one of ${levels.join(', ')}`);
  });

import { DEMO_PASSWORD, demoCustomers } from '../bookings/demo-customers.ts';
import type { Config } from '../config.ts';
import type { LanguageModels } from '../language-models.ts';
import { isOpenToThisMachine } from './open-mode.ts';
import type { StaffCredentials } from './staff-credentials.ts';

/** What an operator wants to know once the server runs: where to look, who answers, what is missing. */
export function describeServer(
  config: Config,
  { models, warnings }: Pick<LanguageModels, 'models' | 'warnings'>,
  credentials: StaffCredentials,
): string[] {
  const lines = [`Deskbell is running: ${config.publicUrl}`];
  const names = models.map((model) => model.name);
  if (names.length > 0) {
    lines.push(`Answers come from ${names.join(', then ')}; when that fails, from the clerk.`);
  } else if (config.anthropicApiKey !== undefined) {
    lines.push('No usable language model is configured: the built-in clerk answers.');
  } else {
    lines.push(
      'No language model is configured: the built-in clerk answers. For Claude set ANTHROPIC_API_KEY.',
    );
  }
  lines.push(...warnings);
  lines.push(...describeBackOffice(config, credentials));
  lines.push(...describeEmbedding(config));
  if (config.smtpPort !== undefined) {
    lines.push(
      `Mail is received by SMTP on ${config.smtpHost}:${config.smtpPort}, without sign-in or encryption.`,
    );
  }
  if (!config.processMail) lines.push('Mail waits here until `npm run worker` reads it.');
  if (config.seedDemo) {
    const accounts = demoCustomers.map((customer) => customer.email).join(' or ');
    lines.push(`To see a customer's bookings sign in as ${accounts}, password ${DEMO_PASSWORD}.`);
  }
  return lines;
}

function describeBackOffice(config: Config, { canSignIn, firstAdmin }: StaffCredentials): string[] {
  const email = config.firstAdmin?.email;
  const lines: string[] = [];
  if (firstAdmin === 'made') {
    lines.push(
      `The administrator ${email} was made and can sign in with ADMIN_PASSWORD; another one set later changes nothing.`,
    );
  } else if (firstAdmin === 'left_alone') {
    lines.push(
      `ADMIN_EMAIL is ${email}, whose account is not an administrator's and was left as it is.`,
    );
  }
  if (isOpenToThisMachine(config)) {
    lines.push(
      'The back office needs no sign-in from this machine; it does as soon as HOST or PUBLIC_URL is another or ADMIN_EMAIL is set.',
    );
  } else if (!canSignIn) {
    lines.push(
      'Nobody can sign in to the back office yet: set ADMIN_EMAIL and ADMIN_PASSWORD to make an administrator.',
    );
  }
  return lines;
}

/** Browsers let a page with https load nothing without, except from the machine they run on. */
function describeEmbedding({ corsOrigins, publicUrl, isProduction }: Config): string[] {
  const isHttps = (origin: string): boolean => origin.startsWith('https:');
  if (!isProduction || isHttps(publicUrl) || !corsOrigins.some(isHttps)) return [];
  return [
    `Pages of ${corsOrigins.filter(isHttps).join(', ')} cannot embed the chat until PUBLIC_URL is an https address.`,
  ];
}

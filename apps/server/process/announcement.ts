import { DEMO_PASSWORD, demoCustomers } from '../bookings/demo-customers.ts';
import type { Config } from '../config.ts';
import type { LanguageModels } from '../language-models.ts';
import { isOpenToThisMachine } from './open-mode.ts';

/** What an operator wants to know once the server runs: where to look, who answers, what is missing. */
export function describeServer(
  config: Config,
  { models, warnings }: Pick<LanguageModels, 'models' | 'warnings'>,
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
  if (isOpenToThisMachine(config)) {
    lines.push(
      'The back office needs no sign-in from this machine; it does as soon as HOST or PUBLIC_URL is another.',
    );
  }
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

import type { Model } from '@deskbell/engine';
import { sendDemoMail } from '@deskbell/testing/send-demo-mail.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';
import type { Business } from '../../apps/server/bookings/business.ts';
import {
  DEMO_PASSWORD,
  type DemoCustomer,
  demoCustomers,
} from '../../apps/server/bookings/demo-customers.ts';
import { loadBusiness } from '../../apps/server/bookings/load-business.ts';
import { seedDemo } from '../../apps/server/bookings/seed-demo.ts';
import type { OperationsSettings } from '../../apps/server/operations/settings.ts';
import type { Database } from '../../apps/server/platform/database.ts';
import { seedDemoAccounts } from '../../apps/server/platform/sign-in/seed-demo-accounts.ts';
import { NOW, TIME_ZONE } from './moment.ts';

/** Customers of the demonstration who can be signed in. */
export type SignedIn = 'maya' | 'daniel';

/** How long the agents took is the machine's; here it is always the same, in their usual order. */
const AGENTS_TAKE = `
  update agent_outputs set execution_time_ms = case agent
    when 'vision' then 120 when 'task' then 7 when 'deadline' then 5 when 'triage' then 4 else 1 end`;

/** The server with both desks and the demonstration's data, the same on every run. */
export interface World {
  url: string;
  database: Database;
  business: Business;
  /** The name of what answers first: 'clerk', or the language model's. */
  model: string;
  /** The session cookie of a customer who signed in on the website. */
  cookieOf(who: SignedIn): string;
  /** What the server logged, one JSON line each. */
  logLines: readonly string[];
  /** Sends the demonstration's mail where it is not there yet; resolves when all of it is read. */
  sendMail(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Asked before the clerk, in their order; the clerk alone unless given. */
  languageModels?: readonly Model[];
  /** Whether the demonstration's mail is there, which takes some seconds; it is unless given. */
  hasMail?: boolean;
  /** Asked beside the rules for every mail; the rules alone unless given. */
  agentModels?: readonly Model[];
  /** What is not as usual about the back office, such as who is notified. */
  backOffice?: Partial<OperationsSettings>;
  /** Whose language models are held to tools and facts; those of the front desk unless given. */
  groundingCheck?: 'front-desk' | 'both' | 'off';
}

/**
 * Starts the real server on a database of its own and fills it. No limit of messages, tokens or
 * bookings is in the way. The mail is read one after the other by the rules, whatever model answers
 * the chat. Closed by the caller.
 */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const {
    languageModels = [],
    agentModels = [],
    hasMail = true,
    backOffice = {},
    groundingCheck = 'front-desk',
  } = options;
  const cleanUps: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  };
  try {
    const clock = (): Date => NOW;
    const server = await startTestServer(
      { after: (cleanUp) => void cleanUps.push(cleanUp) },
      {
        languageModels,
        agentModels,
        clock,
        backOffice: { timezone: TIME_ZONE, ...backOffice },
        mailConcurrency: 1,
        groundingCheck,
      },
    );
    const { database, signIn, url, logLines } = server;
    await seedDemo({ database, clock, timezone: TIME_ZONE });
    await seedDemoAccounts({ signIn, customers: demoCustomers, password: DEMO_PASSWORD });
    let mail: Promise<void> | undefined;
    const sendMail = (): Promise<void> => {
      mail ??= (async () => {
        await sendDemoMail(server, { clock });
        await database.pool.query(AGENTS_TAKE);
      })();
      return mail;
    };
    if (hasMail) await sendMail();
    const [maya, daniel] = demoCustomers;
    const cookies = { maya: await signInAs(url, maya), daniel: await signInAs(url, daniel) };
    // Sessions begin at the real time, which may be long before or after this world's.
    await database.pool.query("update sessions set expires_at = '9999-12-31'");
    return {
      url,
      database,
      business: await loadBusiness(database),
      model: languageModels[0]?.name ?? 'clerk',
      cookieOf: (who) => cookies[who],
      logLines,
      sendMail,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signInAs(url: string, { email }: DemoCustomer): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

import type { Database } from '../../apps/server/platform/database.ts';
import { type Canary, SHORTEST_CANARY } from './find-canaries.ts';

/** What an installation keeps in its environment. */
const VARIABLES = {
  AUTH_SECRET: 'auth-secret-5d81e0c7b24fa963-planted',
  DATABASE_URL: 'postgres://planted-owner:hollyhock-4417@db.invalid/planted',
  ANTHROPIC_API_KEY: 'sk-ant-planted-77c0a1d2e3f4',
  OPENAI_API_KEY: 'sk-planted-19b8c7d6e5f4',
  SMTP_URL: 'smtp://planted:marigold-8825@mail.invalid:25',
  IMAP_URL: 'imaps://planted:foxglove-3316@mail.invalid',
  ADMIN_PASSWORD: 'admin-password-planted-2207',
  REDIS_URL: 'redis://:larkspur-9054@redis.invalid',
} as const;

export interface PlantedSecrets {
  canaries: Canary[];
  /** Takes what was planted out of the environment again. */
  remove(): void;
}

/**
 * Puts secrets into this process's environment, where there are none yet; those that are there
 * already are looked for as well, and never printed. Also the name of the database and every
 * session, password and key in it.
 */
export async function plantSecrets({ pool }: Pick<Database, 'pool'>): Promise<PlantedSecrets> {
  const planted: string[] = [];
  const canaries: Canary[] = [];
  for (const [name, value] of Object.entries(VARIABLES)) {
    if (process.env[name] === undefined) {
      process.env[name] = value;
      planted.push(name);
    }
    canaries.push({ what: name, value: process.env[name] ?? value });
  }
  const { rows } = await pool.query<{ what: string; value: string | null }>(`
    select 'the name of the database' as what, current_database()::text as value
    union all select 'the token of a session', token from sessions
    union all select 'the hash of a password', password from accounts`);
  for (const { what, value } of rows) {
    if (value !== null && value.length >= SHORTEST_CANARY) canaries.push({ what, value });
  }
  return {
    canaries,
    remove: () => {
      for (const name of planted) delete process.env[name];
    },
  };
}

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assistantProfileSchema } from '@deskbell/protocol';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';

it('tells what the catalogue says of the business, and nothing else of it', async (t) => {
  const { url, database } = await startTestServer(t);
  const response = await fetch(`${url}/api/assistant/profile/`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'public, max-age=300');
  const text = await response.text();
  const profile = assistantProfileSchema.parse(JSON.parse(text));
  assert.deepEqual(Object.keys(JSON.parse(text)).sort(), [
    'email',
    'name',
    'phone',
    'suggestions',
    'tagline',
  ]);
  assert.equal(profile.name, 'ToteTaxi');
  assert.equal(profile.suggestions.length, 4);
  const { rows } = await database.pool.query(
    "select content from catalogue_sections where section = 'profile'",
  );
  assert.deepEqual(profile.suggestions, rows[0].content.suggestions);
});

it('suggests nothing where the database is older than suggestions', async (t) => {
  const first = await startTestServer(t);
  await first.database.pool.query(
    "update catalogue_sections set content = content - 'suggestions' where section = 'profile'",
  );
  const { url } = await startTestServer(t, { databaseUrl: first.databaseUrl });
  const response = await fetch(`${url}/api/assistant/profile/`);
  const profile = assistantProfileSchema.parse(await response.json());
  assert.deepEqual(profile.suggestions, []);
});

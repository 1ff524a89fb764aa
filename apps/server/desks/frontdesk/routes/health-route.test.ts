import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createScriptedModel } from '@deskbell/testing/scripted-model.ts';
import { startTestServer } from '@deskbell/testing/start-test-server.ts';

it('says only whether a language model answers', async (t) => {
  const open = createScriptedModel([], { isAvailable: () => false });
  for (const [languageModels, status] of [
    [[], 'degraded'],
    [[open], 'degraded'],
    [[createScriptedModel([])], 'ok'],
  ] as const) {
    const server = await startTestServer(t, { languageModels });
    const response = await fetch(`${server.url}/api/assistant/health/`);
    assert.deepEqual(await response.json(), { status });
  }
});

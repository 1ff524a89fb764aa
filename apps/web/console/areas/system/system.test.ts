import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from '@deskbell/testing/assert-accessible.ts';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { createScriptedModel } from '@deskbell/testing/scripted-model.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';

describe('system in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('every part says how it is and what to do, and is read again by itself', async (t) => {
    let isAvailable = true;
    const server = await website.start(t, {
      backOffice: {},
      languageModels: [
        createScriptedModel([], { name: 'first-model', isAvailable: () => isAvailable }),
      ],
    });
    await server.database.pool.query(
      `insert into model_usage (bucket, process_id, desk, model, calls, input_tokens, cache_read_tokens,
         cache_write_tokens, output_tokens, cost_nano_usd, unpriced_calls)
       values (now(), gen_random_uuid(), 'mail', 'first-model', 3, 1000, 0, 0, 500, 4200000, 0),
         (now(), gen_random_uuid(), 'frontdesk', 'unpriced-model', 1, 10, 0, 0, 5, 0, 1)`,
    );
    const { openTab } = await website.visit(t, { server, expected: [/ERR_FAILED/] });
    const { page } = await openTab('/staff');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.clock.install();
    await page.getByRole('link', { name: 'System' }).click();
    const parts = page.getByRole('table', { name: 'The parts of the service' });
    const part = (name: string) => parts.getByRole('row').filter({ hasText: name });
    await part('Database').getByText('works').waitFor();
    await part('Database')
      .getByText(/^Answers in .* connections/)
      .waitFor();
    await part('Redis').getByText('not set up').waitFor();
    await part('Model first-model').getByText('no trouble').waitFor();
    const use = page.getByRole('table', { name: 'Use of language models today' });
    await use.getByRole('row').filter({ hasText: 'Mail agents' }).getByText('$0.0042').waitFor();
    await use.getByRole('row').filter({ hasText: 'unpriced-model' }).getByText('unknown').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const { viewport } of [phone, desktop]) {
        if (viewport == null) continue;
        await page.setViewportSize(viewport);
        const isTooWide = 'document.documentElement.scrollWidth > innerWidth';
        assert.equal(await page.evaluate(isTooWide), false, `${viewport.width} wide`);
        await assertAccessible(page, `${viewport.width}, ${colorScheme}`);
        await photograph(page, `system-${viewport.width}-${colorScheme}`, { isWholePage: true });
      }
    }

    isAvailable = false;
    await page.clock.fastForward(11_000);
    await part('Model first-model').getByText('left alone').waitFor();
    await part('Model first-model').getByText('What to do:').waitFor();

    await page.route('**/api/system', (route) => route.abort());
    await page.clock.fastForward(11_000);
    const notice = page.getByRole('alert').filter({ hasText: 'What you see is from' });
    while (!(await notice.isVisible())) await page.clock.fastForward(2_000);
    await part('Database').getByText('works').waitFor();
    await page.unroute('**/api/system');
    await tabTo(page, notice.getByRole('button', { name: 'Try again' }));
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Metrics' }).waitFor();
  });
});

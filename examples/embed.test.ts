import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import type { Owner } from '@deskbell/testing/postgres.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { until } from '@deskbell/testing/until.ts';

const MORNING = new Date('2026-06-01T15:00:00Z');

/** The example on an origin of its own; `serverUrl` is asked for with every page. */
async function serveExample(owner: Owner, serverUrl: () => string): Promise<string> {
  const types: Record<string, string> = {
    html: 'text/html',
    css: 'text/css',
    svg: 'image/svg+xml',
  };
  const server = createServer(async (request, response) => {
    const name = request.url === '/' ? 'embed.html' : `embed.${request.url?.split('.').at(-1)}`;
    const text = await readFile(new URL(name, import.meta.url), 'utf8');
    response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] });
    response.end(text.replaceAll('http://localhost:8000', serverUrl()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  owner.after(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the example of a website that embeds the chat', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('asks with its button, and leads to the booking form, under its own strict policy', async (t) => {
    let serverUrl = '';
    const hotel = await serveExample(t, () => serverUrl);
    const server = await website.start(t, { corsOrigins: [hotel], clock: () => MORNING });
    serverUrl = server.url;
    const visitor = await website.visit(t, { server, origins: [hotel] });
    const { page, chat, watch } = await visitor.openTab(`${hotel}/`);
    await chat.launcher.waitFor();
    assert.deepEqual(
      watch.requests.filter((request) => !request.includes('embed.')),
      ['GET /', 'GET /widget/v1.js'],
    );

    await page.getByRole('button', { name: 'Send my luggage ahead' }).click();
    await chat.log.getByText(/\$285/).waitFor();
    await chat.stop.waitFor({ state: 'hidden' });
    await chat.input.fill('Book it for June 20');
    await chat.input.press('Enter');
    await chat.startBooking.last().click();
    await page.waitForURL(`${server.url}/book?**`);

    await until(async () => {
      const { rows } = await server.database.pool.query('select owner_id, claim_key from handoffs');
      assert.deepEqual(
        rows.map((row) => row.owner_id),
        [null],
      );
      return rows[0].claim_key !== null;
    });
  });
});

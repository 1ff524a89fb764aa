import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import type { Page } from 'playwright-core';
import { pickupDay } from './pickup-day.ts';

const ada = { name: 'Ada Demo', email: 'ada@example.com', password: 'correct horse 7' };
const REFUSED = /Failed to load resource: .+ (404|409)/;
const HANDOFF_MINUTES = 5;

/** Where in the thread each handoff stands, the oldest first. */
const handoffCalls = (page: Page) =>
  page.evaluate(async () => {
    const threadId = localStorage.getItem('deskbell.thread');
    const response = await fetch(`/api/assistant/threads/${threadId}/`);
    const { messages } = (await response.json()) as {
      messages: { turn_id: string; tool_calls?: { tool: string; call_id: string }[] }[];
    };
    return messages.flatMap(({ turn_id, tool_calls = [] }) =>
      tool_calls
        .filter(({ tool }) => tool === 'build_booking_handoff')
        .map(({ call_id }) => ({ turn_id, call_id })),
    );
  });

const openHandoff = (page: Page, source: { turn_id: string; call_id: string }) =>
  page.evaluate(async (body) => {
    const response = await fetch('/api/assistant/handoffs/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { code, booking_url } = (await response.json()) as Record<string, string>;
    return { status: response.status, code, url: booking_url ?? '' };
  }, source);

const gone = (page: Page) => page.locator('main .notice.is-problem');

describe('the way from a card in the chat to the booking form', { skip: browserMissing }, () => {
  const website = prepareWebsite();

  it('is the newest card, for five minutes and one form, and survives a reload and signing in', async (t) => {
    const day = pickupDay();
    let laterMs = 0;
    const server = await website.start(t, { clock: () => new Date(Date.now() + laterMs) });
    await server.signIn.createAccount({ ...ada, id: crypto.randomUUID(), role: 'customer' });
    const visitor = await website.visit(t, { server, expected: [REFUSED] });
    const { page, chat, watch } = await visitor.openTab('/services');
    await chat.open();
    await chat.ask(`Book a petite move from 10001 to 11937 on ${day.spoken}`);
    await chat.card.waitFor();
    await chat.ask('actually make it a standard move');
    await chat.card.filter({ hasText: 'Standard' }).waitFor();
    assert.equal(await chat.startBooking.count(), 1, 'the older card cannot be used');

    const [older, newest] = await handoffCalls(page);
    assert.ok(older && newest);
    const refused = await openHandoff(page, older);
    assert.deepEqual([refused.status, refused.code], [409, 'handoff_superseded']);
    const expiring = await openHandoff(page, newest);
    assert.equal(expiring.status, 201);

    await chat.startBooking.click();
    await page.waitForURL(/step=date$/);
    await page.getByText('We filled in what you agreed in the chat').waitFor();
    const [claimed = ''] = watch.requests.filter((request) => request.includes('handoff='));
    assert.match(claimed, /^GET \/book\?handoff=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const values = /10001|11937|petite|standard_move|mini_move/;
    assert.deepEqual(
      watch.requests.filter((request) => values.test(request)),
      [],
      'no value of the order stands in an address',
    );

    const stranger = await website.visit(t, { server, expected: [REFUSED] });
    const second = await stranger.openTab(claimed.replace('GET ', ''));
    await gone(second.page).waitFor();
    assert.equal(await second.page.getByText('from your chat').count(), 0, 'it is used once');

    await page.reload();
    await page.locator('#field-pickup-date').waitFor();
    assert.equal(await page.locator('#field-pickup-date').inputValue(), day.date);
    assert.ok((await page.getByText('from your chat').count()) >= 1, 'marks are kept');
    await page.getByText('In the morning').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/step=addresses/);
    for (const [role, city] of [
      ['pickup', 'New York'],
      ['delivery', 'East Hampton'],
    ] as const) {
      await page.locator(`#field-${role}-address-address-line-1`).fill('12 Main Street');
      await page.locator(`#field-${role}-address-city`).fill(city);
      await page.locator(`#field-${role}-address-state`).selectOption('NY');
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/step=contact/);
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
    await page.waitForURL('**/login?next=%2Fbook%3Fstep%3Dcontact');
    await page.getByLabel('E-mail').fill(ada.email);
    await page.getByLabel('Password', { exact: true }).fill(ada.password);
    await page.locator('form button[type="submit"]:enabled').click();
    await page.waitForURL(/book\?step=contact/);
    await page.getByText('Signed in as').waitFor();
    await page.locator('#field-phone').fill('212-555-0142');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/step=review/);
    const review = await page.locator('main').innerText();
    for (const text of [/Standard Move/, /10001/, /11937/, /Ada Demo/]) assert.match(review, text);

    laterMs = HANDOFF_MINUTES * 60_000 + 1;
    const late = await website.visit(t, { server, expected: [REFUSED] });
    const tab = await late.openTab(new URL(expiring.url).pathname + new URL(expiring.url).search);
    await gone(tab.page).waitFor();
    assert.equal(await tab.page.getByText('from your chat').count(), 0, 'its time is over');
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';
import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import { lookAt, signInAs } from './test-member.ts';

const REFUSED = /Failed to load resource: .+ (400|409|422)/;

describe('settings in Chromium', { skip: browserMissing }, () => {
  const website = prepareWebsite();
  const start = (t: Parameters<typeof website.start>[0]) =>
    website.start(t, { backOffice: {}, isOpenToThisMachine: false });
  const statusWith = async (server: TestServer, key: string): Promise<number> =>
    (await fetch(`${server.url}/api/tasks`, { headers: { 'x-api-key': key } })).status;
  const signInStatus = async (server: TestServer, email: string, password: string) => {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return response.status;
  };

  it('are for administrators: a member of staff reads so, and neither list is asked for', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'staff');
    const { page, watch } = await openTab('/staff/settings');
    await page.getByText('For administrators').waitFor();
    await lookAt(page, 'settings-staff');
    assert.deepEqual(
      watch.requests.filter((line) => /\/api\/(keys|staff)/.test(line)),
      [],
    );
  });

  it('show a new key once, and a revoked one as such', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'admin');
    const { page } = await openTab('/staff/settings');
    await page.getByText('No keys yet').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'New key' }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New API key' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Enter a name.').waitFor();
    const name = page.getByLabel('Name');
    assert.ok(await name.evaluate((field) => field.matches(':focus')));
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
    await lookAt(page, 'settings-key-form');
    await page.keyboard.type('Export <i>nightly</i>');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The key “Export <i>nightly</i>”' });
    const key = await dialog.locator('.made-key code').innerText();
    assert.match(key, /^dbk_/);
    assert.equal(await statusWith(server, key), 200);
    await lookAt(page, 'settings-key-made');
    await page.keyboard.press('Escape');
    await dialog.getByText('nobody can see the key again').waitFor();
    await tabTo(page, dialog.getByRole('button', { name: 'I have stored it' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const table = page.getByRole('table', { name: 'API keys' });
    const row = table.getByRole('row', { name: 'Export <i>nightly</i>' });
    await row.getByText('by admin').waitFor();
    assert.ok(!(await page.content()).includes(key), 'gone with the dialog');
    await page.reload();
    await row.waitFor();
    assert.ok(!(await page.content()).includes(key), 'not there after a reload');
    await lookAt(page, 'settings');

    await tabTo(page, row.getByRole('button', { name: 'Revoke Export <i>nightly</i>' }));
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Revoke this key?' });
    await question.getByText('stops working at once').waitFor();
    await lookAt(page, 'settings-key-revoke');
    await tabTo(page, question.getByRole('button', { name: 'Revoke the key' }));
    await page.keyboard.press('Enter');
    await row.getByText('revoked').waitFor();
    assert.equal(await row.getByRole('button').count(), 0);
    assert.equal(await statusWith(server, key), 401);
  });

  it('make one key of two clicks, show it also when its form was closed, and forget it then', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server });
    await signInAs({ context, server }, 'admin');
    const { page } = await openTab('/staff/settings');
    let posts = 0;
    const asked = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    await page.route('**/api/keys', async (route) => {
      if (route.request().method() === 'POST') {
        posts += 1;
        asked.resolve();
        await closed.promise;
      }
      await route.continue();
    });
    const open = () => page.getByRole('button', { name: 'New key' }).click();
    await open();
    await page.getByLabel('Name').fill('Slow');
    const submit = "document.querySelector('dialog form').requestSubmit()";
    await page.evaluate(`${submit}; ${submit};`);
    await asked.promise;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    closed.resolve();
    await page.getByRole('dialog', { name: 'The key “Slow”' }).waitFor();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await open();
    await page.getByRole('dialog', { name: 'New API key' }).waitFor();
    assert.equal(await page.getByLabel('Name').inputValue(), '');
    assert.equal(posts, 1, 'however fast it was pressed twice');
  });

  it('make, change and remove accounts of others, and leave one’s own alone', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server, expected: [REFUSED] });
    await signInAs({ context, server }, 'admin');
    const { page } = await openTab('/staff/settings');
    const table = page.getByRole('table', { name: 'Staff accounts' });
    const own = table.getByRole('row', { name: 'admin' });
    await own.getByText('you', { exact: true }).waitFor();
    assert.equal(await own.getByRole('button').count(), 0);

    const open = () => page.getByRole('button', { name: 'New account' }).click();
    const submit = page.getByRole('button', { name: 'Make the account' });
    await open();
    await submit.click();
    await page.getByText('Enter an e-mail address').waitFor();
    await page.getByRole('button', { name: 'Make one' }).click();
    await lookAt(page, 'settings-account-form');
    const password = await page.getByLabel('First password').inputValue();
    assert.equal(password.length, 20);
    await page.getByLabel('Name').fill('Sam Lee');
    await page.getByLabel('E-mail').fill('Sam@Example.com');
    await submit.click();
    const row = table.getByRole('row', { name: 'Sam Lee' });
    await row.getByText('sam@example.com').waitFor();
    assert.equal(await signInStatus(server, 'sam@example.com', password), 200);
    assert.ok(!(await page.content()).includes(password));

    await open();
    await page.getByLabel('Name').fill('Sam Again');
    await page.getByLabel('E-mail').fill('sam@example.com');
    await page.getByLabel('First password').fill('correct horse 8');
    await submit.click();
    await page.getByRole('alert').getByText('already has this e-mail address').waitFor();
    await lookAt(page, 'settings-account-taken');
    await page.keyboard.press('Escape');

    await row.getByRole('button', { name: 'Role of Sam Lee' }).click();
    await page.getByRole('dialog').getByLabel('Role').selectOption('admin');
    await page.getByRole('button', { name: 'Change the role' }).click();
    await row.getByText('Administrator').waitFor();

    await row.getByRole('button', { name: 'Password of Sam Lee' }).click();
    await page.getByRole('dialog').getByLabel('New password').fill('correct horse 9');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await signInStatus(server, 'sam@example.com', password), 401);
    assert.equal(await signInStatus(server, 'sam@example.com', 'correct horse 9'), 200);

    await row.getByRole('button', { name: 'Remove Sam Lee' }).click();
    await page.getByText('can no longer use the console').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('offer to make a customer’s account staff’s, and do it only when that is pressed', async (t) => {
    const server = await start(t);
    const { context, openTab } = await website.visit(t, { server, expected: [REFUSED] });
    await signInAs({ context, server }, 'admin');
    const customer = { name: 'Kim Doe', email: 'kim@example.com', password: 'correct horse 1' };
    await server.signIn.createAccount({ ...customer, id: randomUUID(), role: 'customer' });
    const { page } = await openTab('/staff/settings');
    await page.getByRole('button', { name: 'New account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Kim');
    await dialog.getByLabel('E-mail').fill(' Kim@example.com');
    await dialog.getByLabel('First password').fill('correct horse 2');
    const make = dialog.getByRole('button', { name: 'Make the account' });
    await make.click();
    const offer = dialog.getByRole('button', { name: 'Make that account staff’s' });
    await offer.waitFor();
    await lookAt(page, 'settings-account-of-a-customer');
    // For another address nothing is offered.
    await dialog.getByLabel('E-mail').fill('kim@example.org');
    assert.equal(await offer.count(), 0);
    await dialog.getByLabel('E-mail').fill('kim@example.com');
    await make.click();
    await offer.waitFor();
    assert.equal(await signInStatus(server, customer.email, customer.password), 200);
    await dialog.getByLabel('First password').fill('short');
    await offer.click();
    await dialog.getByText('Enter at least 8 characters').waitFor();
    await dialog.getByLabel('First password').fill('correct horse 3');
    await offer.click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: 'Kim Doe' });
    await row.getByText('Staff', { exact: true }).waitFor();
    assert.equal(await signInStatus(server, customer.email, customer.password), 401);
    assert.equal(await signInStatus(server, customer.email, 'correct horse 3'), 200);
  });

  it('say plainly that the last administrator stays', async (t) => {
    const server = await website.start(t, { backOffice: {} });
    const account = { name: 'Dana Kim', email: 'dana@example.com', password: 'correct horse 7' };
    await server.signIn.createAccount({ ...account, id: randomUUID(), role: 'admin' });
    const { openTab } = await website.visit(t, { server, expected: [REFUSED] });
    const { page } = await openTab('/staff/settings');
    await page.getByRole('button', { name: 'Remove Dana Kim' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('alert').getByText('This is the last administrator').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: 'Dana Kim' }).waitFor();
  });
});

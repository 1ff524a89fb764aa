import { describe, it } from 'node:test';
import { browserMissing } from '@deskbell/testing/browser.ts';
import { photograph } from '@deskbell/testing/photograph.ts';
import { prepareWebsite } from '@deskbell/testing/prepare-website.ts';
import { desktop, phone } from '@deskbell/testing/viewports.ts';
import { DEMO_PASSWORD, demoCustomers } from '../../server/bookings/demo-customers.ts';
import { seedDemo } from '../../server/bookings/seed-demo.ts';
import { seedDemoAccounts } from '../../server/platform/sign-in/seed-demo-accounts.ts';

/** Ten in the morning in New York, on a Wednesday. */
const now = new Date('2026-12-02T15:00:00Z');
const [maya] = demoCustomers;

/** `npm run screenshots` writes them to docs/images; nothing in them changes from run to run. */
describe('pictures of a visit, from the start page to the dashboard', {
  skip: browserMissing,
}, () => {
  const website = prepareWebsite();

  for (const [width, context] of [
    [1280, desktop],
    [390, { ...phone, deviceScaleFactor: 1.5 }],
  ] as const) {
    it(`at a width of ${width} pixels`, async (t) => {
      const clock = () => now;
      const timezone = 'America/New_York';
      const server = await website.start(t, { clock });
      await seedDemo({ database: server.database, clock, timezone });
      await seedDemoAccounts({
        signIn: server.signIn,
        customers: [maya],
        password: DEMO_PASSWORD,
      });
      const visitor = await website.visit(t, { server, context });
      await visitor.context.clock.setFixedTime(now);
      const take = async (name: string): Promise<void> => {
        // Where the last click left it, something may look pointed at.
        await page.mouse.move(0, 0);
        await photograph(page, `${name}-${width}`);
      };
      const goOn = () => page.getByRole('button', { name: 'Continue' }).click();

      const { page, chat } = await visitor.openTab('/services');
      await chat.launcher.waitFor();
      await take('services');
      await page.goto(server.url);
      await chat.launcher.waitFor();
      await take('home');

      await chat.open();
      await chat.ask('What does a petite move from 10001 to 11937 cost?');
      await take('price');
      await chat.ask(
        'Please book it for December 15, from 350 Fifth Avenue, New York 10001 to 12 Main Street, East Hampton 11937',
      );
      await chat.startBooking.waitFor();
      await take('conversation');

      await chat.startBooking.click();
      await page.waitForURL(/step=date$/);
      await page.getByText('In the morning').click();
      await goOn();
      await page.waitForURL(/step=(addresses|contact)$/);
      if (page.url().endsWith('addresses')) {
        await page.locator('#field-pickup-address-state').selectOption('NY');
        await page.locator('#field-delivery-address-state').selectOption('NY');
        await take('addresses');
        await goOn();
      }
      await page.waitForURL(/step=contact$/);
      await page.getByLabel('Name').fill(maya.name);
      await page.getByLabel('E-mail').fill(maya.email);
      await page.getByLabel('Telephone').fill(maya.phone);
      await goOn();
      const book = page.getByRole('button', { name: /^Book for \$/ });
      await book.waitFor();
      await take('review');
      await book.click();
      await page.locator('.booked-number').waitFor();
      await take('booked');

      await page.goto(`${server.url}/login`);
      await page.getByLabel('E-mail').fill(maya.email);
      await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
      await page.locator('form button[type="submit"]:enabled').click();
      await page.locator('.booking').first().waitFor();
      // The header asks by itself who is signed in.
      await page.waitForLoadState('networkidle');
      await take('dashboard');
    });
  }
});

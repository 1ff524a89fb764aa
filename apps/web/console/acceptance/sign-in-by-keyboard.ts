import { tabTo } from '@deskbell/testing/use-keyboard.ts';
import type { Page } from 'playwright-core';
import { PASSWORD, type Person, people } from './fill-console.ts';

/** On the sign-in page of staff, without a pointer. */
export async function signInByKeyboard(page: Page, person: Person): Promise<void> {
  await page.locator('form button[type="submit"]:enabled').waitFor();
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(people[person].email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
}

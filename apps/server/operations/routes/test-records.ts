import assert from 'node:assert/strict';
import { routeFindings } from '../routing/route-findings.ts';
import { applyRouting } from '../routing/test-apply-routing.ts';
import {
  deadline,
  found,
  foundTask,
  testEmail,
  testSettings,
  triage,
} from '../routing/test-findings.ts';
import { insertTestMail } from '../routing/test-rows.ts';
import type { TestApp } from './test-app.ts';

export type Item = Record<string, unknown> & { id: string };
export const accepted = new Date('2026-11-22T14:00:00Z');

/** For tests: a mail whose findings have been routed. */
export async function insertRouted(
  { tables }: TestApp,
  {
    confidence = 0.95,
    deadlines = [deadline()],
    tasks = [foundTask()],
    acceptedAt = accepted,
  } = {},
) {
  const mail = await insertTestMail(tables, { acceptedAt });
  const routing = routeFindings({
    email: testEmail(),
    results: {
      triage: triage({}, confidence),
      task: found({ tasks }),
      deadline: found({ deadlines, recurring_events: [] }),
    },
    failedAgents: [],
    settings: testSettings,
  });
  await tables
    .transaction()
    .execute((transaction) =>
      applyRouting({ transaction, ...mail, routing, settings: testSettings, now: acceptedAt }),
    );
  return mail;
}

/** For tests: every page of a list. */
export async function readAll({ ask }: TestApp, path: string, list: string, limit: number) {
  const pages: Item[][] = [];
  let cursor: string | null = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const next: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body } = await ask(`${path}${separator}limit=${limit}${next}`);
    assert.equal(status, 200);
    const page = body as unknown as Record<string, unknown>;
    pages.push(page[list] as Item[]);
    cursor = page.next_cursor as string | null;
  } while (cursor !== null);
  return pages;
}

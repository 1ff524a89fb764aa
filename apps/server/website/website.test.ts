import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Owner } from '../../../testing/postgres.ts';
import { type Business, createBusiness } from '../bookings/business.ts';
import { loadBusiness } from '../bookings/load-business.ts';
import { readShippedCatalogue } from '../bookings/shipped-catalogue.ts';
import type { BookingTables } from '../bookings/tables.ts';
import { openTestBusiness } from '../bookings/test-business.ts';
import { createTestWebsiteFolder } from './test-website.ts';
import { createWebsite } from './website.ts';

const log = { info: () => {} };
const publicUrl = 'https://totetaxi.example/';
const shipped = createBusiness(readShippedCatalogue());

async function render(
  owner: Owner,
  options: { business?: Business; templates?: Record<string, string>; clock?: () => Date } = {},
): Promise<(path: string) => string> {
  const { business = shipped, templates = {}, clock = () => new Date() } = options;
  const directory = await createTestWebsiteFolder(owner, { templates });
  const website = await createWebsite({ directory, business, publicUrl, clock, log });
  return (path) => {
    const page = path === 'not found' ? website.notFound : website.pages.get(path);
    assert.ok(page, path);
    return page.bodies.identity.toString();
  };
}

const pagePaths = ['/', '/services', '/faq', '/book', '/login', '/register', '/dashboard'];

test('a template that names what is not there fails the start and says which', async (t) => {
  const broken = {
    '{{ profile.motto }}': /^The page "oops" cannot be rendered: .*profile\.motto/,
    '{{ profile.name | shout }}': /^The page "oops" cannot be rendered: .*shout/,
    "{{ 'oops.js' | asset }}": /^The page "oops" cannot be rendered: .*the build has no "oops\.js"/,
    '{{ profile.name | dollars }}': /"dollars" needs a number of cents/,
  };
  for (const [oops, message] of Object.entries(broken)) {
    await assert.rejects(render(t, { templates: { oops } }), { name: 'WebsiteError', message });
  }
});

test('a folder without a build fails the start with what to do', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'deskbell-empty-'));
  t.after(() => rm(directory, { recursive: true }));
  await assert.rejects(createWebsite({ directory, business: shipped, publicUrl, log }), {
    name: 'WebsiteError',
    message: /has not been built.*npm start/,
  });
});

test('what stands in the database is text on the pages, never markup', async (t) => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 | times: 142859 }}`;
  const shippedParts = readShippedCatalogue();
  const { catalogue } = shippedParts;
  const page = await render(t, {
    business: createBusiness({
      ...shippedParts,
      catalogue: {
        ...catalogue,
        profile: {
          ...catalogue.profile,
          name: hostile,
          tagline: hostile,
          phone: hostile,
          email: hostile,
          office: hostile,
          suggestions: [hostile],
        },
      },
      areas: shippedParts.areas.map((area) => ({
        ...area,
        area: `</script>${area.area}${hostile}`,
      })),
      policies: [{ id: 'x" onclick="alert(3)', topic: hostile, text: '</details><script>' }],
    }),
  });
  for (const path of [...pagePaths, 'not found']) {
    const html = page(path);
    assert.equal(/<script>|<img|\son\w+="|1000013/.exec(html)?.[0], undefined, path);
    assert.match(html, /&lt;script&gt;/, path);
    for (const [, block] of html.matchAll(/<script type="application\/[^>]*>([^<]*)<\/script>/g)) {
      JSON.parse(block ?? '');
    }
    const scripts = html.match(/<script/g)?.length;
    assert.equal(scripts, html.match(/<\/script>/g)?.length, path);
  }
});

test('a price that changes in the database is on the pages after the next start', async (t) => {
  const { database } = await openTestBusiness(t);
  const tables = database.for<BookingTables>();
  const row = await tables
    .selectFrom('catalogue_sections')
    .select('content')
    .where('section', '=', 'mini_move')
    .executeTakeFirstOrThrow();
  const content = JSON.stringify(row.content).replace(
    '"basePriceCents":99500',
    '"basePriceCents":101050',
  );
  assert.notEqual(content, JSON.stringify(row.content));
  await tables
    .updateTable('catalogue_sections')
    .set({ content })
    .where('section', '=', 'mini_move')
    .execute();

  const page = await render(t, { business: await loadBusiness(database) });
  for (const path of ['/', '/services']) {
    assert.match(page(path), /\$1,010\.50/, path);
    assert.doesNotMatch(page(path), /\$995/, path);
  }
});

test('our own words name one time of pickups, the one that can be booked', async (t) => {
  const parts = readShippedCatalogue();
  const { booking } = parts.catalogue;
  const pickupTimes = { ...booking.pickupTimes, morning: 'between 6 and 7 AM' };
  const catalogue = { ...parts.catalogue, booking: { ...booking, pickupTimes } };
  const page = await render(t, { business: createBusiness({ ...parts, catalogue }) });
  for (const path of ['/', '/book', '/dashboard']) assert.match(page(path), /between 6 and 7 AM/);
  for (const path of ['/', '/services', '/book']) assert.doesNotMatch(page(path), /11:30/, path);
});

test('our own words promise no checkout and no list of everything that is ever charged', async (t) => {
  const page = await render(t);
  for (const path of pagePaths.filter((path) => path !== '/faq')) {
    assert.doesNotMatch(page(path), /checkout|every price|every surcharge|the customer\b/i, path);
  }
});

test("the year in the footer is the business's own", async (t) => {
  const clock = () => new Date('2027-01-01T04:59:59Z');
  const page = await render(t, { clock });
  assert.match(page('/'), /© 2026 ToteTaxi/);
});

test('every policy, area, airport and specialty item is on the pages, with its price', async (t) => {
  const page = await render(t);
  const text = (html: string) =>
    html.replaceAll('&#39;', "'").replaceAll('&#34;', '"').replaceAll('&amp;', '&');
  const faq = text(page('/faq'));
  for (const { id, topic, text: answer } of shipped.policies) {
    assert.ok(faq.includes(`id="${id}"`) && faq.includes(topic) && faq.includes(answer), id);
  }
  const services = text(page('/services'));
  const facts = [
    ...shipped.mini_move.tiers.map(({ name }) => name),
    ...shipped.specialty_item.items.map(({ name }) => name),
    ...shipped.blade_transfer.airports.map(({ name }) => name),
    ...shipped.areas.flatMap(({ area, zipCodes }) => [area, ...zipCodes]),
    '$995',
    '$1,950',
    '$3,250',
    '$1,400',
    '$95',
    '$285',
    '$360',
    '$50',
    '$500',
    '$75',
    '$150',
    '$175',
    'the last Monday of May'.replace('the', 'The'),
  ];
  for (const fact of facts) assert.ok(services.includes(fact), fact);
});

test('policies that nobody put into a group are not lost', async (t) => {
  const parts = readShippedCatalogue();
  const policies = [...parts.policies, { id: 'pets', topic: 'Pets', text: 'They stay with you.' }];
  const page = await render(t, { business: createBusiness({ ...parts, policies }) });
  assert.match(page('/faq'), /id="topic-more"[\s\S]*They stay with you\./);
});

test('pages stand even when the business has no airports’ surcharge, suggestions or policies', async (t) => {
  const parts = readShippedCatalogue();
  const areas = parts.areas.filter(({ zone }) => zone === 'core');
  const profile = { ...parts.catalogue.profile, suggestions: [] };
  const page = await render(t, {
    business: createBusiness({
      catalogue: { ...parts.catalogue, profile },
      areas,
      surchargeRules: [],
      policies: [],
    }),
  });
  assert.doesNotMatch(page('/services'), /Farther addresses|Peak days/);
  assert.match(page('/'), /data-deskbell-ask=""/);
});

test('search engines are told of the public pages only', async (t) => {
  const page = await render(t);
  assert.match(page('/robots.txt'), /^Sitemap: https:\/\/totetaxi\.example\/sitemap\.xml$/m);
  assert.deepEqual(
    [...page('/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url).sort(),
    ['/', '/book', '/faq', '/services'].map((path) => `https://totetaxi.example${path}`),
  );
  for (const path of ['/login', '/register', '/dashboard', 'not found']) {
    assert.match(page(path), /<meta name="robots" content="noindex">/, path);
    assert.doesNotMatch(page(path), /rel="canonical"/, path);
  }
  assert.match(
    page('/services'),
    /<link rel="canonical" href="https:\/\/totetaxi\.example\/services">/,
  );
});

test('every page has a title and a description of its own, and one first heading', async (t) => {
  const page = await render(t);
  const seen = new Set<string>();
  for (const path of pagePaths) {
    const html = page(path);
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
    const description = /<meta name="description" content="([^"]{40,})">/.exec(html)?.[1];
    assert.ok(title && description, path);
    assert.ok(!seen.has(title) && !seen.has(description), path);
    seen.add(title).add(description);
    assert.equal(html.match(/<h1/g)?.length, 1, path);
    assert.doesNotMatch(
      html,
      /<script(?![^>]*(?:\ssrc=|type="application\/))|<style|\sstyle=|\son\w+=/i,
      path,
    );
    assert.doesNotMatch(
      html,
      /(?:src|href|action)="(?!\/|#|tel:|mailto:|https:\/\/totetaxi\.example)/,
      path,
    );
  }
});

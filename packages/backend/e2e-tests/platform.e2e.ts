import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openKnownPage } from './openPage';
import { signInAsGuest, story } from './story';
import { until } from './until';

story(
  'a platform engineer sees what needs attention, and goes to it',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.getByRole('link', { name: 'Kratix', exact: true }).click();

    const attention = page.getByRole('region', { name: 'Needs attention' });
    const failed = attention.getByRole('region', { name: 'Failed' });
    await failed.getByRole('link', { name: 'ledger-2-0' }).waitFor();
    await attention
      .getByText('No Destination has environment')
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: 'What the platform offers' })
      .getByRole('link', { name: 'Order Redis' })
      .waitFor();
    await shot('platform-1-home');

    await failed.getByRole('link', { name: 'ledger-2-0' }).click();
    await page.getByRole('heading', { name: 'Failed', exact: true }).waitFor();
    await shot('platform-2-request');
  },
);

story(
  'a link to a list of requests shows a colleague the same list',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    // More of them than other stories order: which are on a page of ten depends on those.
    await openKnownPage(
      page,
      '/catalog/default/component/redis/requests?limit=100',
      page.getByRole('rowheader', { name: 'sessions', exact: true }),
    );
    await shot('platform-3-requests');

    const ready = page.getByRole('button', { name: /^Ready/ });
    await ready.click();
    await page
      .getByRole('rowheader', { name: 'search', exact: true })
      .waitFor({ state: 'detached' });
    await page.getByRole('columnheader', { name: 'Name', exact: true }).click();
    await page.waitForURL(/sort=name/);
    await page.getByRole('columnheader', { name: 'Name', exact: true }).click();
    await page.waitForURL(/order=desc/);
    // What was shown stays until the answer comes.
    await until(() => showsReady(page));

    const link = page.url();
    assert.match(link, /phase=Ready/);
    await page.goto('/kratix');
    await openKnownPage(
      page,
      link,
      page.getByRole('rowheader', { name: 'sessions', exact: true }),
    );
    await until(() => showsReady(page));
    assert.equal(await ready.getAttribute('aria-pressed'), 'true');
    await shot('platform-4-filtered');

    await page.getByRole('searchbox', { name: 'Search requests' }).fill('sess');
    await page.waitForURL(/text=sess/);
    await until(async () => (await namesOn(page)).join() === 'sessions');
  },
);

story(
  'a developer sees what an application is made of, and how each part fares',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const shop = page.getByRole('link', { name: 'shop', exact: true });
    await openKnownPage(page, '/kratix/requests?text=shop&limit=100', shop);
    await shop.click();

    const parts = page.getByRole('region', { name: 'Made of' });
    await parts.getByText('2 of 2 parts ready.').first().waitFor();
    await shot('platform-5-compound');

    await parts.getByRole('link', { name: 'shop-cache' }).click();
    await page
      .getByRole('region', { name: 'Part of' })
      .getByRole('link', { name: 'shop', exact: true })
      .waitFor();
  },
);

story(
  'the catalog says how each request fares, and filters by it',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const row = (name: string) =>
      page.getByRole('row').filter({ hasText: name });
    // The list has pages, and other stories order too.
    const search = page.getByPlaceholder('Search', { exact: true });
    for (const [name, phase] of [
      ['ledger-2-0', 'Failed'],
      ['sessions', 'Ready'],
    ] as const) {
      await openKnownPage(
        page,
        '/?filters[kind]=resource&filters[type]=kratix-resource&filters[user]=all',
        row(name).getByText(phase, { exact: true }),
        () => search.fill(name),
      );
    }
    await search.fill('');
    await shot('platform-6-catalog');

    await page.getByRole('textbox', { name: 'Status', exact: true }).click();
    await page.getByRole('option', { name: 'Failed', exact: true }).click();
    await row('ledger-2-0').waitFor();
    await row('sessions').waitFor({ state: 'detached' });
    await page.waitForURL(/filters(\[|%5B)phase(\]|%5D)/);
    await shot('platform-7-catalog-filtered');
  },
);

/** The Redis of examples/ by name, backwards, and of these the ones that are ready. Other stories order more. */
const examples = [
  ...['shop-cache', 'sessions', 'search', 'load-test'],
  ...['fraud-scores', 'edge-tokens', 'cart'],
];
const readyExamples = ['shop-cache', 'sessions', 'fraud-scores'];

/** `db-2` before `db-10`; other stories leave requests whose names have numbers in them. */
const { compare: asPeopleSort } = new Intl.Collator('en', { numeric: true });

async function showsReady(page: Page): Promise<boolean> {
  const names = await namesOn(page);
  const sorted = [...names].sort(asPeopleSort).reverse();
  const isSorted = names.join() === sorted.join();
  const shown = names.filter(name => examples.includes(name));
  return isSorted && shown.join() === readyExamples.join();
}

const namesOn = (page: Page): Promise<string[]> =>
  page
    .getByRole('rowheader')
    .evaluateAll(cells => cells.map(cell => cell.textContent?.trim() ?? ''));

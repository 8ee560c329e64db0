import assert from 'node:assert/strict';
import { signInAsGuest, story } from './story';

story(
  'a platform engineer sees what needs attention, and goes to it',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.getByRole('link', { name: 'Kratix', exact: true }).click();

    const attention = page.getByRole('region', { name: 'Needs attention' });
    const failed = attention.getByRole('region', { name: 'Failed' });
    await failed.getByRole('link', { name: 'ledger-2-0' }).waitFor();
    await attention.getByText('No Destination has environment').waitFor();
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
    await page.getByRole('link', { name: 'Redis', exact: true }).click();
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    const names = () =>
      page
        .getByRole('rowheader')
        .evaluateAll(cells =>
          cells.map(cell => cell.textContent?.trim() ?? ''),
        );
    await page.getByRole('rowheader', { name: 'sessions' }).waitFor();
    await shot('platform-3-requests');

    const ready = page.getByRole('button', { name: /^Ready/ });
    await ready.click();
    await page.getByRole('rowheader', { name: 'search' }).waitFor({
      state: 'detached',
    });
    await page.getByRole('columnheader', { name: 'Name', exact: true }).click();
    await page.waitForURL(/sort=name/);
    await page.getByRole('columnheader', { name: 'Name', exact: true }).click();
    await page.waitForURL(/order=desc/);
    // What was shown stays until the answer comes.
    const isSorted = (all: readonly string[]) =>
      all.length > 1 && all.join() === [...all].sort().reverse().join();
    for (let tries = 0; !isSorted(await names()) && tries < 100; tries += 1) {
      await page.waitForTimeout(100);
    }
    const shown = await names();
    assert.ok(isSorted(shown), `they are sorted: ${shown}`);

    const link = page.url();
    assert.match(link, /phase=Ready/);
    await page.goto('/kratix');
    await page.goto(link);
    await page.getByRole('rowheader', { name: 'sessions' }).waitFor();
    assert.deepEqual(await names(), shown);
    assert.equal(await ready.getAttribute('aria-pressed'), 'true');
    await shot('platform-4-filtered');

    await page.getByRole('searchbox', { name: 'Search requests' }).fill('sess');
    await page.waitForURL(/text=sess/);
    await page.getByRole('rowheader', { name: 'fraud-scores' }).waitFor({
      state: 'detached',
    });
    assert.deepEqual(await names(), ['sessions']);
  },
);

story(
  'a developer sees what an application is made of, and how each part fares',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.getByRole('link', { name: 'Redis', exact: true }).waitFor();
    await page.goto('/kratix/requests?text=shop');
    await page.getByRole('link', { name: 'shop', exact: true }).click();

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
    await page.getByRole('link', { name: 'Redis', exact: true }).waitFor();
    await page.goto(
      '/?filters[kind]=resource&filters[type]=kratix-resource&filters[user]=all',
    );
    const row = (name: string) =>
      page.getByRole('row').filter({ hasText: name });
    // The list has pages, and other stories order too.
    const search = page.getByPlaceholder('Search', { exact: true });
    await search.fill('ledger-2-0');
    await row('ledger-2-0').getByText('Failed', { exact: true }).waitFor();
    await search.fill('sessions');
    await row('sessions').getByText('Ready', { exact: true }).waitFor();
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

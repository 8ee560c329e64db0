// Told against: npm start -- --fleet
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { textField } from './controls';
import { openKnownPage } from './openPage';
import { openPlatform } from './platformApi';
import { signInAsGuest, story } from './story';
import { submitForm } from './submitForm';
import { until } from './until';

const redisOf =
  '/apis/services.kratix-portal.io/v1alpha1/namespaces/team-b/redis';

story(
  'a person orders on staging what stands on development, and sees what does not fit on production',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await openManage(page, 'redis.team-a.cart');
    const refused = placeOf(page, 'Production');
    await refused.getByText('This does not fit there:').waitFor();
    await refused.getByText(/spec\.version Unsupported value: /).waitFor();
    await shot('copies-1-refused');

    await openManage(page, 'redis.team-b.fraud-scores');
    const fitting = placeOf(page, 'Staging');
    await fitting.getByText('Everything fits.').waitFor();
    await shot('copies-2-fits');
    await fitting.getByRole('link', { name: /Staging/ }).click();

    await textField(page, 'Name').waitFor();
    await until(
      async () =>
        (await textField(page, 'Name').inputValue()) === 'fraud-scores',
    );
    await shot('copies-3-form');
    await submitForm(page, 'Order');
    await page.getByRole('link', { name: 'Open it' }).waitFor();

    const [here, there] = await Promise.all(
      ['dev', 'staging'].map(name =>
        openPlatform(name).read(`${redisOf}/fraud-scores`),
      ),
    );
    assert.equal(there?.spec?.version, here?.spec?.version);
    assert.equal(there?.spec?.environment, here?.spec?.environment);
  },
);

const openManage = (page: Page, entity: string) =>
  openKnownPage(
    page,
    `/catalog/dev/resource/${entity}/manage`,
    page.getByRole('heading', { name: 'Copy to another platform' }),
  );

/** What is said about ordering the same on this platform. */
const placeOf = (page: Page, platform: string) =>
  page
    .locator('div')
    .filter({ has: page.getByRole('link', { name: `Order on ${platform}…` }) })
    .last()
    .locator('..');

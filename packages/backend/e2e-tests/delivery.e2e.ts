import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { entityTab, openTab } from './controls';
import { openKnownPage } from './openPage';
import { openPlatform } from './platformApi';
import { createRequest } from './sandboxApi';
import { signInAsGuest, story } from './story';

const HEALED_MS = 240_000;

story('a person reads a file that was delivered', async ({ page, shot }) => {
  await signInAsGuest(page);
  await openDelivery(page, 'redis.team-a.cart');
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
  await page.getByRole('button', { name: /^Destination\s*prod/ }).waitFor();
  await shot('delivery-1-picture');

  await page.getByRole('button', { name: /^Work\s*1 file/ }).click();
  const files = page.getByRole('region', { name: /^Files of/ });
  await files.getByText('StatefulSet').waitFor();
  await shot('delivery-2-file');

  // The address holds what is open, so that a colleague sees the same.
  await page.goto(page.url());
  await files.getByText('StatefulSet').waitFor();

  await openTab(page, 'Events');
  await page.getByText('PipelineStarted').first().waitFor();
  await shot('delivery-3-events');
});

story(
  'a person sees why nothing arrived, labels a Destination and sees it heal',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = `story-${randomBytes(3).toString('hex')}`;
    await labelDestination('staging', { environment: null });
    try {
      await createRequest('redis', 'Redis', {
        name,
        spec: { environment: 'staging' },
      });
      await openDelivery(page, `redis.team-a.${name}`);
      await page
        .getByRole('heading', { name: 'Nowhere to go' })
        .waitFor({ timeout: HEALED_MS });
      await page.getByText('No Destination has environment=staging.').waitFor();
      const asked = page.getByRole('row', { name: /environment=staging/ });
      await asked.getByText('missing').first().waitFor();
      await shot('delivery-4-nowhere');

      await page.getByRole('region', { name: /^Where .* goes/ }).waitFor();
    } finally {
      await labelDestination('staging', { environment: 'staging' });
    }
    // Nobody reloads here.
    await page
      .getByRole('heading', { name: 'Delivered' })
      .waitFor({ timeout: HEALED_MS });
    await page
      .getByRole('button', { name: /^Destination\s*staging/ })
      .waitFor({ timeout: HEALED_MS });
    await shot('delivery-5-healed');
  },
);

async function openDelivery(page: Page, entity: string): Promise<void> {
  const tab = entityTab(page, 'Delivery');
  await openKnownPage(page, `/catalog/default/resource/${entity}`, tab);
  await openTab(page, 'Delivery');
}

const labelDestination = (
  name: string,
  labels: Readonly<Record<string, string | null>>,
) =>
  openPlatform().patch(
    `/apis/platform.kratix.io/v1alpha1/destinations/${name}`,
    { metadata: { labels } },
  );

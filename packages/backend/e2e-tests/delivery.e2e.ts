import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { signInAsGuest, story } from './story';

const HEALED_MS = 150_000;
const group = 'services.kratix-portal.io';

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

  await page.getByRole('link', { name: 'Events', exact: true }).click();
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
      await send('POST', `/apis/${group}/v1alpha1/namespaces/team-a/redis`, {
        apiVersion: `${group}/v1alpha1`,
        kind: 'Redis',
        metadata: { name, namespace: 'team-a' },
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
      .waitFor();
    await shot('delivery-5-healed');
  },
);

/** The catalog takes a moment to know what was just ordered. */
async function openDelivery(page: Page, entity: string): Promise<void> {
  const tab = page.getByRole('link', { name: 'Delivery', exact: true });
  for (let tries = 0; tries < 20; tries += 1) {
    await page.goto(`/catalog/default/resource/${entity}`);
    const isThere = await tab
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
    if (isThere) {
      break;
    }
  }
  await tab.click();
}

async function labelDestination(
  name: string,
  labels: Record<string, string | null>,
): Promise<void> {
  await send(
    'PATCH',
    `/apis/platform.kratix.io/v1alpha1/destinations/${name}`,
    {
      metadata: { labels },
    },
  );
}

/** Past the portal, as kubectl would. */
async function send(method: 'POST' | 'PATCH', path: string, body: object) {
  const url = process.env.PORTAL_SANDBOX_URL;
  const file = process.env.PORTAL_KUBECONFIG;
  assert(url && file, 'There is no sandbox to speak to');
  const [, token] = readFileSync(file, 'utf8').match(/^ +token: (\S+)$/m) ?? [];
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  assert(response.ok, `${method} ${path}: ${await response.text()}`);
}

// Told against: npm start -- --fleet
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { choose } from './controls';
import { openKnownPage } from './openPage';
import { signInAsGuest, story } from './story';
import { until } from './until';

const READY_MS = 120_000;
const redis = resolve(__dirname, '../../../examples/promises/redis.yaml');

story(
  'a person sees how the platforms drifted apart, and whom a promotion would hurt',
  async ({ page, shot }) => {
    await openFleet(page);
    const row = page.getByRole('row').filter({
      has: page.getByRole('rowheader', { name: /^Redis/ }),
    });
    await row.getByText('v0.4.0').waitFor({ timeout: READY_MS });
    await until(async () => (await row.getByText('Behind').count()) === 2);
    const monitoring = page.getByRole('row', { name: /^Monitoring/ });
    await monitoring.getByText('Same version, other content').waitFor();
    await page
      .getByRole('row', { name: /^Test environment/ })
      .getByText('Missing')
      .waitFor();
    await page
      .getByRole('row', { name: /^PostgreSQL/ })
      .getByText('Ahead')
      .waitFor();
    await shot('fleet-1-drift');

    await row
      .getByRole('link', { name: /Redis on Production with Development/ })
      .click();
    await page
      .getByRole('heading', { name: 'Breaking: 1 request would be refused.' })
      .waitFor({ timeout: READY_MS });
    const refused = page.getByRole('row', { name: /card-tokens/ });
    await refused.getByText('Would be refused').waitFor();
    await refused.getByText(/spec\.version Unsupported value: /).waitFor();
    await refused.getByRole('link', { name: /Payments|team-b/ }).waitFor();
    await shot('fleet-2-impact');
  },
);

story(
  'a person checks a Promise that is fixed before it is anywhere',
  async ({ page, shot }) => {
    await openFleet(page);
    await page
      .getByRole('link', { name: 'Check a change to Redis' })
      .click({ timeout: READY_MS });
    await choose(page, /On platform/, 'Production');
    await choose(page, /What if it had/, 'a file…');
    const fixed = readFileSync(redis, 'utf8')
      .replace('v0.3.0', 'v0.4.1')
      .replace("['6.2', '7.2', '7.4']", "['6.2', '7.2', '7.4', '8.0']");
    await page
      .getByRole('textbox', { name: /The Promise as YAML/ })
      .fill(fixed);
    await page.getByRole('button', { name: 'Check it' }).click();

    await page
      .getByRole('heading', { name: /^Safe: no request is refused/ })
      .waitFor({ timeout: READY_MS });
    await page.getByText('v0.3.0 → v0.4.1').waitFor();
    await page.getByText(/3 stay as they are/).waitFor();
    await shot('fleet-3-safe');
  },
);

async function openFleet(page: Page) {
  await signInAsGuest(page);
  const compare = page.getByRole('link', { name: 'Compare platforms' });
  await openKnownPage(page, '/kratix', compare);
  await compare.click();
  await page.getByRole('heading', { name: 'Fleet' }).waitFor();
}

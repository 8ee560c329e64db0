import assert from 'node:assert/strict';
import { button, textField } from './controls';
import { signInAsGuest, story } from './story';

const READY_MS = 120_000;

story(
  'a developer finds a service, orders it and watches it become ready',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.getByRole('link', { name: 'Test environment' }).click();
    await page.getByRole('heading', { name: 'Available' }).waitFor();
    await shot('order-1-service');

    await page.getByRole('link', { name: 'Order' }).click();
    await textField(page, 'Name').fill('story');
    await textField(page, 'Namespace').fill('team-a');
    await shot('order-2-about-it');
    await button(page, 'Next').click();
    await page.getByLabel(/^Service/).click();
    await page.getByRole('option', { name: 'checkout-api' }).click();
    await textField(page, 'Version to test').fill('1.44.0');
    await shot('order-3-what-it-is');
    await button(page, 'Next').click();
    // More options, which nobody needs here.
    await button(page, 'Next').click();
    await page.getByText(/ would take this$/).waitFor();
    await page.getByText('kind: TestEnvironment').waitFor();
    await shot('order-4-check');
    await button(page, 'Review').click();
    await button(page, 'Order').waitFor();
    await shot('order-5-review');

    await button(page, 'Order').click();
    await page.getByRole('link', { name: 'Open it' }).click();
    // The link leads to it at once, without a reload.
    await page.getByRole('heading', { name: 'story', exact: true }).waitFor();
    await page.getByText('plan', { exact: true }).waitFor();
    const isReady = page.getByRole('heading', { name: /^Ready/ });
    assert.equal(await isReady.count(), 0, 'it cannot be ready yet');
    await shot('order-6-under-way');

    // Nobody reloads here: the page hears of it.
    await isReady.waitFor({ timeout: READY_MS });
    await page
      .getByRole('link', { name: 'story.team-a.test.example.com' })
      .waitFor();
    await shot('order-7-ready');
  },
);

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, textField } from './controls';
import { HELD, holdSteps } from './holdSteps';
import { openKnownPage } from './openPage';
import { signInAsGuest, story } from './story';
import { turnPage } from './turnPage';

const READY_MS = 240_000;
const promise = '/apis/platform.kratix.io/v1alpha1/promises/testenvironment';

story(
  'a developer finds a service, orders it and watches it become ready',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const service = page.getByRole('link', {
      name: 'Test environment',
      exact: true,
    });
    await openKnownPage(page, '/', service);
    await service.click();
    await page.getByRole('heading', { name: 'Available' }).waitFor();
    await shot('order-1-service');

    await page
      .getByRole('link', { name: 'Order Test environment', exact: true })
      .click();
    await textField(page, 'Name').fill('story');
    await textField(page, 'Namespace').fill('team-a');
    await shot('order-2-about-it');
    await turnPage(page, 'Next');
    await page.getByLabel(/^Service/).click();
    await page.getByRole('option', { name: 'checkout-api' }).click();
    await textField(page, 'Version to test').fill('1.44.0');
    await shot('order-3-what-it-is');
    await turnPage(page, 'Next');
    // More options, which nobody needs here.
    await turnPage(page, 'Next');
    await page.getByText(/ would take this$/).waitFor();
    await page.getByText('kind: TestEnvironment').waitFor();
    await shot('order-4-check');
    await turnPage(page, 'Review');
    await button(page, 'Order').waitFor();
    await shot('order-5-review');

    const letGo = await holdSteps(promise, { 'plan/terraform': HELD });
    try {
      await button(page, 'Order').click();
      await page.getByRole('link', { name: 'Open it' }).click();
      // The link leads to it at once, without a reload.
      await page.getByRole('heading', { name: 'story', exact: true }).waitFor();
      await page.getByText('plan', { exact: true }).waitFor();
      assert.equal(await isReady(page).count(), 0, 'it cannot be ready yet');
      await shot('order-6-under-way');
    } finally {
      await letGo();
    }

    // Nobody reloads here: the page hears of it.
    await isReady(page).waitFor({ timeout: READY_MS });
    await page
      .getByRole('link', { name: 'story.team-a.test.example.com' })
      .waitFor();
    await shot('order-7-ready');
  },
);

const isReady = (page: Page) => page.getByRole('heading', { name: /^Ready/ });

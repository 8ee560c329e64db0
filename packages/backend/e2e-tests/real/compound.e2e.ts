import { story, signInAsGuest } from '../story';

const READY_MS = 180_000;

story(
  'what an application is made of comes by way of the store, and each part says how it fares',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.getByRole('link', { name: 'Redis', exact: true }).waitFor();
    await page.goto('/kratix/requests?text=shop');
    await page.getByRole('link', { name: 'shop', exact: true }).click();
    const parts = page.getByRole('region', { name: 'Made of' });
    await parts
      .getByText('1 of 2 parts ready; shop-db: waiting for approval.')
      .first()
      .waitFor({ timeout: READY_MS });
    await shot('real-compound-1-waiting');

    // Its database waits for a person, as the pipeline asked.
    await parts.getByRole('link', { name: 'shop-db' }).click();
    await page
      .getByRole('region', { name: 'Part of' })
      .getByRole('link', { name: 'shop', exact: true })
      .waitFor();
    await page.getByText('Manage', { exact: true }).first().click();
    await page
      .getByRole('button', { name: 'Let it go on', exact: true })
      .click();
    await page
      .getByRole('heading', { name: 'Waiting for approval' })
      .waitFor({ state: 'detached' });

    await page.goto('/kratix/requests?text=shop');
    await page.getByRole('link', { name: 'shop', exact: true }).click();
    await parts
      .getByText('2 of 2 parts ready.')
      .first()
      .waitFor({ timeout: READY_MS });
    await shot('real-compound-2-ready');
  },
);

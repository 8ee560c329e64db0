import assert from 'node:assert/strict';
import { signInAsGuest, story } from './story';

story('a visitor signs in and sees the catalog', async ({ page, shot }) => {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));

  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).waitFor();
  await shot('sign-in');
  await signInAsGuest(page);
  await page.getByRole('heading', { name: 'Catalog', level: 1 }).waitFor();
  await page.getByRole('table').first().waitFor();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  await shot('catalog');

  assert.deepEqual(errors, []);
});

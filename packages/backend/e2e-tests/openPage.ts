import type { Locator, Page } from 'playwright-core';

const TRIES = 30;
const TRY_MS = 5_000;

/** A guest signs in anew with each page that is loaded. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.or(page.getByRole('main')).first().waitFor();
  if (await enter.isVisible()) {
    await enter.click();
  }
}

/** The catalog takes a moment to hear of what was done past it: opens the page until it has this. */
export async function openKnownPage(
  page: Page,
  path: string,
  sign: Locator,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await openPage(page, path);
    const isThere = await sign
      .waitFor({ timeout: TRY_MS })
      .then(() => true)
      .catch(() => false);
    if (isThere) {
      return;
    }
  }
  throw new Error(`${path} does not come`);
}

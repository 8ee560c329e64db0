import type { Locator, Page } from 'playwright-core';

/** Of one try; on a slow machine a page takes longer to come, and each try is longer than the one before. */
const FIRST_TRY_MS = 5_000;
const LONGEST_TRY_MS = 60_000;
const TRIES_MS = 240_000;

/** A guest signs in anew with each page that is loaded. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  // The bar itself has no size.
  const bar = page.getByRole('navigation', { name: 'sidebar nav' });
  const signedIn = bar.getByRole('link').first();
  await enter.or(signedIn).first().waitFor();
  if (await enter.isVisible()) {
    await enter.click();
    await signedIn.waitFor();
  }
}

/** The catalog takes a moment to hear of what was done past it: opens the page until it has this. */
export async function openKnownPage(
  page: Page,
  path: string,
  sign: Locator,
  steps?: () => Promise<void>,
): Promise<void> {
  const deadline = Date.now() + TRIES_MS;
  for (let timeout = FIRST_TRY_MS; ; timeout *= 1.5) {
    await openPage(page, path);
    await steps?.();
    try {
      await sign.waitFor({ timeout: Math.min(timeout, LONGEST_TRY_MS) });
      return;
    } catch (cause) {
      if (Date.now() > deadline) {
        throw new Error(`${path} does not come`, { cause });
      }
    }
  }
}

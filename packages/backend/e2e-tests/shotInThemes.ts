import type { Locator, Page } from 'playwright-core';

/**
 * Leaves screenshots of a page in artifacts/browser, light and dark. Backstage builds the page anew in another
 * theme, so what was typed into it is gone afterwards; the sign tells when it is there again.
 */
export async function shotInThemes(
  page: Page,
  name: string,
  sign: Locator,
): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await wear(page, theme);
    await sign.waitFor();
    await page.screenshot({
      path: `${process.env.PORTAL_ARTIFACTS}/${name}-${theme}.png`,
      fullPage: true,
    });
  }
}

/** As if it had been chosen in another tab (core-app-api's AppThemeSelector listens to that). */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate(id => {
    window.localStorage.setItem('theme', id);
    window.dispatchEvent(new StorageEvent('storage', { key: 'theme' }));
  }, theme);
  await page.locator(`body[data-theme-mode="${theme}"]`).waitFor();
}

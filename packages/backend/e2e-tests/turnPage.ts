import type { Page } from 'playwright-core';
import { button } from './controls';

/** Of the scaffolder's form: a page is checked before the next one comes, which may have the same button. */
export async function turnPage(page: Page, label: string): Promise<void> {
  const before = await page.locator('form').elementHandle();
  await button(page, label).click();
  await page.waitForFunction(form => !form?.isConnected, before);
}

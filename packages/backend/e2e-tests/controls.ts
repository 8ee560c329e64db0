import type { Locator, Page } from 'playwright-core';

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** A required field's label ends with a star. */
export const textField = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( \\*)?$`) });

/** Of an entity's page, in either frontend. */
export const openTab = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByText(name, { exact: true }).first().click();

/** Of a select of Backstage UI. */
export async function choose(
  page: Page,
  label: RegExp,
  option: string | RegExp,
): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

import type { Locator, Page } from 'playwright-core';

const MOST_MS = 60_000;

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** A required field's label ends with a star. */
export const textField = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( \\*)?$`) });

/**
 * Of an entity's page; a sign that the catalog knows the entity. Its name is none: a page that says "Entity not found"
 * may look the name up a moment later, when the catalog has it.
 */
export const entityTab = (page: Page, name: string): Locator =>
  page.getByRole('link', { name, exact: true });

/** A tab that is built anew between press and release has not been clicked. */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = entityTab(page, name);
  const path = name === 'Overview' ? '[^/]+' : `[^/]+/${name.toLowerCase()}`;
  const isOpen = new RegExp(`/(component|resource)/${path}/?([?#]|$)`);
  for (let timeout = 5_000; !isOpen.test(page.url()); timeout *= 2) {
    await tab.click();
    await page.waitForURL(isOpen, { timeout }).catch(error => {
      if (timeout > MOST_MS) {
        throw error;
      }
    });
  }
}

/** Of a select of Backstage UI. */
export async function choose(
  page: Page,
  label: RegExp,
  option: string | RegExp,
): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

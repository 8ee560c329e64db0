import type { Page } from 'playwright-core';
import { button } from './controls';

/** Goes on to the last page of the scaffolder's form, and sends it. */
export async function submitForm(page: Page, label: string): Promise<void> {
  const send = button(page, label);
  const goOn = button(page, 'Next').or(button(page, 'Review'));
  const passed = page.locator('.MuiStepLabel-label.MuiStepLabel-completed');
  await send.or(goOn).first().waitFor();
  while (!(await send.isVisible())) {
    const count = await passed.count();
    await goOn.click();
    // A page is checked before the next one comes.
    await passed.nth(count).waitFor();
    await send.or(goOn).first().waitFor();
  }
  await send.click();
}

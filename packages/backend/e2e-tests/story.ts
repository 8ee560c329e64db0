import { test } from 'node:test';
import { chromium, type Page } from 'playwright-core';

/** Only so that nothing hangs: on a machine with a lot to do a story takes several times as long. */
const STORY_MS = 20 * 60_000;
const STEP_MS = 90_000;

/** What a story has at hand. */
export interface Stage {
  readonly page: Page;
  /** Leaves a screenshot in artifacts/browser. */
  readonly shot: (name: string) => Promise<void>;
}

/**
 * One thing that a person does with the portal, told in a browser with a fresh
 * profile, against the portal that scripts/browser/runBrowserStories.mjs
 * started.
 */
export function story(title: string, tell: (stage: Stage) => Promise<void>) {
  test(title, { timeout: STORY_MS }, async () => {
    const browser = await chromium.launch({
      executablePath: setting('CHROMIUM_PATH'),
      // Chromium refuses its sandbox to root, which CI machines often are.
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
      timeout: STEP_MS,
    });
    const page = await browser.newPage({
      baseURL: setting('PORTAL_URL'),
      viewport: { width: 1440, height: 1000 },
    });
    page.setDefaultTimeout(STEP_MS);
    const shot = async (name: string) => {
      const path = `${setting('PORTAL_ARTIFACTS')}/${name}.png`;
      await page.screenshot({ path, fullPage: true });
    };
    try {
      await tell({ page, shot });
    } catch (error) {
      // Why it failed matters more than what it looked like.
      await shot(`failed: ${title}`.replace(/[^\w]+/g, '-')).catch(() => {});
      throw error;
    } finally {
      await browser.close();
    }
  });
}

/** Signs in the way the first visitor does. */
export async function signInAsGuest(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  // The next page would be asked for without the person, were it opened before.
  await page
    .getByRole('button', { name: 'Enter' })
    .waitFor({ state: 'detached' });
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set; run the stories with: npm test -- browser`,
    );
  }
  return value;
}

import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { findOverflow, findViolations } from './findFaults';
import type { Look } from './Look';
import { settle, untilStill } from './settle';
import { Traffic } from './Traffic';

const STEP_MS = 60_000;
const widths = [1280, 420];
const HEIGHT = 900;
const FADE_MS = 1_000;
/** More of a page than this is more of the same. */
const MOST_PX = 4_000;

/**
 * Looks at pages in both themes and at both widths: leaves screenshots in artifacts/browser, and fails with
 * all that axe and a ruler find. Of the portal that the stories are told against, or of another one.
 */
export async function lookAt(
  looks: readonly Look[],
  browser: Browser | null,
  baseURL = process.env.PORTAL_URL,
): Promise<void> {
  assert(browser);
  // Both at once: most of the time is waiting.
  const faults = await Promise.all(
    (['light', 'dark'] as const).map(theme =>
      lookIn(theme, looks, { browser, baseURL }),
    ),
  );
  assert.deepEqual(faults.flat(), []);
}

async function lookIn(
  theme: 'light' | 'dark',
  looks: readonly Look[],
  where: { browser: Browser; baseURL: string | undefined },
): Promise<string[]> {
  const page = await where.browser.newPage({
    baseURL: where.baseURL,
    colorScheme: theme,
    reducedMotion: 'reduce',
    // For axe, which is put into the page.
    bypassCSP: true,
  });
  page.setDefaultTimeout(STEP_MS);
  const traffic = new Traffic(page);
  await signIn(page);
  const faults: string[] = [];
  for (const look of looks) {
    traffic.forget();
    await open(page, look);
    await settle(page, traffic);
    for (const width of widths) {
      const name = `look-${look.name}-${theme}-${width}`;
      await page.setViewportSize({ width, height: HEIGHT });
      await untilStill(page);
      const found = await findFaults(page, { theme, width });
      faults.push(...found.map(fault => `${name}: ${fault}`));
      await shoot(page, name, width);
    }
  }
  await forgetRoutes(page);
  await page.close();
  return faults;
}

/** What fades in while axe looks has too little contrast for a moment; what is a fault stays one. */
async function findFaults(page: Page, seen: Seen): Promise<string[]> {
  const rules = rulesFor(seen);
  const look = async () => [
    ...(await findOverflow(page)),
    ...(rules ? await findViolations(page, rules) : []),
  ];
  const first = await look();
  if (first.length === 0) {
    return first;
  }
  await page.waitForTimeout(FADE_MS);
  await untilStill(page);
  return look();
}

/** Contrast is the same at every width, and the rest in both themes. */
function rulesFor({ theme, width }: Seen) {
  const isFirst = width === widths[0];
  if (theme === 'dark') {
    return isFirst ? 'contrast' : undefined;
  }
  return isFirst ? 'all' : 'structure';
}

interface Seen {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** One may be in the middle of its answer. */
const forgetRoutes = (page: Page) =>
  page.unrouteAll({ behavior: 'ignoreErrors' });

async function signIn(page: Page): Promise<void> {
  await page.goto('/kratix');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
}

async function open(page: Page, look: Look): Promise<void> {
  const { path, steps, sign, instead } = look;
  await forgetRoutes(page);
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  if (instead) {
    await page.route(instead.url, instead.answer);
  }
  // What is open may have the same sign, the good answer, or the steps of another look behind it.
  await goTo(page, '/settings');
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
  await goTo(page, path);
  await steps?.(page);
  await sign(page).first().waitFor();
}

/** Without loading the portal anew, as a click on a link would. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** The whole of it: Backstage scrolls inside the page, so the window has to grow. */
async function shoot(page: Page, name: string, width: number): Promise<void> {
  const height = await page.evaluate(
    () => document.documentElement.scrollHeight,
  );
  await page.setViewportSize({
    width,
    height: Math.min(Math.max(height, HEIGHT), MOST_PX),
  });
  await page.screenshot({
    path: `${process.env.PORTAL_ARTIFACTS}/${name}.png`,
  });
}

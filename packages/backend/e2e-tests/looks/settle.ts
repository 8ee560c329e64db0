import type { Page } from 'playwright-core';
import type { Traffic } from './Traffic';

const STEP_MS = 60_000;
/** Longer than any part of a page waits before it asks (useIsTaken.ts and BufferedWidget.tsx, while somebody types). */
const QUIET_MS = 600;

/**
 * Until nothing loads any more, nothing is asked of the server, and nothing is asked in a while after that: what
 * comes a moment later would be in a look sometimes.
 */
export async function settle(page: Page, traffic: Traffic): Promise<void> {
  const deadline = Date.now() + STEP_MS;
  let before = Number.NaN;
  while (traffic.count() !== before || traffic.waitsFor().length > 0) {
    if (Date.now() > deadline) {
      const waitsFor = traffic.waitsFor().join(', ') || 'ever more';
      throw new Error(`${page.url()} does not come to rest: ${waitsFor}`);
    }
    before = traffic.count();
    await rest(page);
    await untilStill(page);
  }
}

/** By the page's own clock: whatever is due there is done before. */
const rest = (page: Page): Promise<void> =>
  page.evaluate(
    ms => new Promise<void>(done => window.setTimeout(done, ms)),
    QUIET_MS,
  );

/** Until nothing turns or fades in; what does so for good, or with a scrollbar, does not count. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[role=progressbar], [aria-busy=true]') &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== 'running' ||
            !Number.isFinite(effect?.getComputedTiming().endTime),
        ),
  );
}

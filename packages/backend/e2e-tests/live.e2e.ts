import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { button, entityTab } from './controls';
import { openKnownPage } from './openPage';
import { openPlatform } from './platformApi';
import { createRequest, requestsPath } from './sandboxApi';
import { signInAsGuest, story } from './story';
import { until } from './until';

const READY_MS = 240_000;
const SEEN_MS = 60_000;
const CHANGES = 50;
const CHANGES_MS = 10_000;
/** It comes five seconds after the first. */
const SECOND_LOOK_MS = 6_500;
/** A page asks once a second at most. */
const QUIET_MS = 3_000;
/** The header of the page and its card share one question: once a second, and once on either side. */
const mostReads = (seconds: number) => seconds + 2;

story(
  'a page stays right, and asks little, while its request changes 50 times in 10 seconds',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = await openReady(page);
    const reads = countReads(page, name);
    await page.evaluate(watchFrames);
    const begin = performance.now();

    for (let change = 1; change <= CHANGES; change += 1) {
      const next = pause(CHANGES_MS / CHANGES);
      await say(name, `change ${change}`);
      await next;
    }
    await said(page, `change ${CHANGES}`).waitFor({ timeout: SEEN_MS });
    // A busy machine takes longer for 50 changes.
    const seconds = (performance.now() - begin) / 1_000;
    const count = reads.count();
    await shot('live-1-fifty-changes');

    assert.ok(count > 1, 'it heard of nothing');
    assert.ok(
      count <= mostReads(seconds),
      `it asked ${count} times in ${seconds} s`,
    );
    const longest = await page.evaluate(
      () => (window as unknown as { longestMs: number }).longestMs,
    );
    console.log(`${count} reads; it never stood still for over ${longest} ms`);
  },
);

story(
  'a page that loses its connection is right again without a reload',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    const name = await openReady(page);

    await page.context().setOffline(true);
    await say(name, 'while nobody could hear');
    await pause(1_000);
    assert.equal(await said(page, 'while nobody could hear').count(), 0);
    await page.context().setOffline(false);
    await said(page, 'while nobody could hear').waitFor({ timeout: SEEN_MS });

    // The connection for hints is there again too, and not only the question that was asked at once.
    await say(name, 'and afterwards');
    await said(page, 'and afterwards').waitFor({ timeout: SEEN_MS });
    await shot('live-2-back');
  },
);

story(
  'a tab that nobody looks at asks nothing, and is right as soon as somebody does',
  async ({ page }) => {
    await signInAsGuest(page);
    const name = await openReady(page);
    const reads = countReads(page, name);
    await hide(page, true);
    // What was due already is still asked.
    const due = await reads.settle();
    for (let change = 1; change <= 5; change += 1) {
      await say(name, `asleep ${change}`);
      await pause(500);
    }
    assert.equal(reads.count(), due);
    assert.equal(await said(page, 'asleep 5').count(), 0);

    await hide(page, false);
    await said(page, 'asleep 5').waitFor({ timeout: SEEN_MS });
    assert.ok(reads.count() > due);
  },
);

story(
  'what is done in one tab is seen in the other',
  async ({ page: first }) => {
    const browser = first.context().browser();
    assert(browser);
    const tabs = await browser.newContext({ baseURL: process.env.PORTAL_URL });
    const [page, other] = [await tabs.newPage(), await tabs.newPage()];
    tabs.setDefaultTimeout(SEEN_MS);
    await signInAsGuest(page);
    const name = await openReady(page);
    await openKnownPage(
      other,
      `/catalog/default/resource/redis.team-a.${name}/manage`,
      button(other, 'Pause'),
    );

    await button(other, 'Pause').click();
    await page.getByRole('heading', { name: /^Paused/ }).waitFor();
    await button(page, 'Resume').click();
    await button(other, 'Pause').waitFor();
  },
);

story(
  'a page that was left open longer than a sign-in lasts goes on',
  async ({ page }) => {
    await page.clock.install();
    await signInAsGuest(page);
    const name = await openReady(page);
    const tokens = new Set<string>();
    page.on('request', request => {
      const { authorization } = request.headers();
      if (authorization && isAbout(request.url(), name)) {
        tokens.add(authorization);
      }
    });
    await until(async () => {
      await say(name, 'before');
      return tokens.size === 1;
    });

    // An hour is what Backstage gives a token.
    await page.clock.fastForward('02:00:00');
    await say(name, 'two hours later');
    await said(page, 'two hours later').waitFor({ timeout: SEEN_MS });
    assert.ok(tokens.size >= 2, 'it asked with the old token');
  },
);

/** A request of its own, and its page. */
async function openReady(page: Page): Promise<string> {
  const name = `live-${randomBytes(3).toString('hex')}`;
  await createRequest('redis', 'Redis', { name, spec: { environment: 'dev' } });
  const isListening = listensToHints(page);
  await openKnownPage(
    page,
    `/catalog/default/resource/redis.team-a.${name}`,
    entityTab(page, 'Workflow'),
  );
  await page
    .getByRole('heading', { name: /^Ready/ })
    .waitFor({ timeout: READY_MS });
  await isListening;
  // The second look that every page takes (LiveQuery.ts) is past.
  await countReads(page, name).settle(SECOND_LOOK_MS);
  return name;
}

/** What it says of itself, in its status. */
const say = (name: string, message: string) =>
  openPlatform().patch(`${requestsPath('redis')}/${name}/status`, {
    status: { message },
  });

const said = (page: Page, message: string) =>
  page.getByText(message, { exact: true });

const isAbout = (url: string, name: string) =>
  new URL(url).pathname.endsWith(
    `/api/kratix/requests/sandbox/redis/team-a/${name}`,
  );

interface Reads {
  count(): number;
  /** How many there are once no more come. */
  settle(quietMs?: number): Promise<number>;
}

function countReads(page: Page, name: string): Reads {
  let count = 0;
  page.on('request', request => {
    count += isAbout(request.url(), name) ? 1 : 0;
  });
  const settle = async (quietMs = QUIET_MS): Promise<number> => {
    const before = count;
    await pause(quietMs);
    return count === before ? count : settle(quietMs);
  };
  return { count: () => count, settle };
}

/** Remembers the longest time without a frame; of the page, so that it uses nothing from here. */
function watchFrames(): void {
  const known = window as unknown as { longestMs: number };
  known.longestMs = 0;
  let before = performance.now();
  const look = (now: number) => {
    known.longestMs = Math.max(known.longestMs, now - before);
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A browser without a screen never hides a tab. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', {
      configurable: true,
      value: hidden,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** Changes are heard of from then on. */
function listensToHints(page: Page): Promise<void> {
  return new Promise(resolve => {
    page.on('websocket', socket =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('subscribe')) {
          resolve();
        }
      }),
    );
  });
}

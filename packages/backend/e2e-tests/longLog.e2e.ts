import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openTab } from './controls';
import { openKnownPage } from './openPage';
import { signInAsGuest, story } from './story';
import { until } from './until';

const LINES = 100_000;
const BATCH = 500;
/** Of which the page keeps the last 20,000 (LogBuffer.ts). */
const MOST_KEPT = 20_000;
/** In rows of 20 px: a window, and as much again around it. */
const MOST_ROWS = 200;
/** The lines that are kept take 4 MB; all of them would take 20. */
const MOST_BYTES = 10_000_000;
const READ_MS = 240_000;

story(
  'a log of 100,000 lines is read to its end, and the page keeps what it can hold',
  async ({ page, shot }) => {
    await signInAsGuest(page);
    await page.route(/\/log\?/, route =>
      route.fulfill({
        contentType: 'application/x-ndjson; charset=utf-8',
        body: aLog(),
      }),
    );
    await openKnownPage(
      page,
      '/catalog/default/resource/testenvironment.team-b.ledger-2-0/events',
      page.getByText('PipelineStarted').first(),
    );
    const before = await measureHeap(page);
    await openTab(page, 'Workflow');
    const log = page.getByRole('region', { name: 'Log of terraform' }).last();
    await log.getByText(lineOf(LINES)).waitFor({ timeout: READ_MS });
    await shot('long-log-1-end');

    const note = await page.getByText(/^The first .* lines are/).innerText();
    const dropped = Number(note.replace(/\D/g, ''));
    assert.ok(dropped >= LINES - MOST_KEPT, note);
    const rows = await log.getByRole('link', { name: /^Link to line/ }).count();
    assert.ok(rows > 0 && rows <= MOST_ROWS, `${rows} lines are on the page`);

    await until(async () => (await measureHeap(page)) - before < MOST_BYTES);
  },
);

const lineOf = (number: number) =>
  `line ${number}: module.environment.terraform_data.database is being created`;

/** As the portal's server streams it. */
function aLog(): string {
  const batches = Array.from({ length: LINES / BATCH }, (_, batch) => ({
    type: 'lines',
    lines: Array.from({ length: BATCH }, (__, index) => ({
      text: lineOf(batch * BATCH + index + 1),
    })),
  }));
  return [...batches, { type: 'end', reason: 'finished' }]
    .map(event => `${JSON.stringify(event)}\n`)
    .join('');
}

/** What the page holds after what it let go is gone. */
async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

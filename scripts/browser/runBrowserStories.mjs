import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';
import { findChromium } from './findChromium.mjs';
import { groupByStart } from './groupByStart.mjs';
import { startPortal } from './startPortal.mjs';
import { tellStories } from './tellStories.mjs';

const STORIES = inRepository('packages', 'backend', 'e2e-tests');
const ARTIFACTS = inRepository('artifacts', 'browser');

/**
 * The stories of packages/backend/e2e-tests, told in a real browser against the
 * product as `npm start` runs it. Screenshots are left in artifacts/browser.
 */
export async function runBrowserStories() {
  const files = readdirSync(STORIES)
    .filter(name => name.endsWith('.e2e.ts'))
    .map(name => `${STORIES}/${name}`);
  const chromium = findChromium();
  if (!chromium) {
    return skipAll(files);
  }
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  const results = [];
  for (const { start, group } of groupByStart(files)) {
    const portal = await startPortal(ARTIFACTS, start);
    try {
      results.push(
        await tellStories(group, { portal, chromium, artifacts: ARTIFACTS }),
      );
    } finally {
      await portal.stop();
    }
  }
  return addUp(results);
}

function addUp(results) {
  const sum = what => results.reduce((total, one) => total + one[what], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    output: results.map(({ output }) => output).join('\n'),
  };
}

function skipAll(files) {
  const stories = files.flatMap(
    file => readFileSync(file, 'utf8').match(/^story\(/gm) ?? [],
  );
  return {
    passed: 0,
    failed: 0,
    skipped: stories.length,
    output:
      `NO BROWSER: ${stories.length} stories were not told.\n` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  };
}

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';
import { typescriptArgs } from '../portal/typescript.mjs';
import { runNode } from '../test/command.mjs';
import { readTapResult } from '../test/readTapResult.mjs';
import { findChromium } from './findChromium.mjs';
import { startPortal } from './startPortal.mjs';

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
  const portal = await startPortal(ARTIFACTS);
  try {
    return await tell(files, portal, chromium);
  } finally {
    await portal.stop();
  }
}

async function tell(files, portal, chromium) {
  const { output } = await runNode(
    [
      ...typescriptArgs,
      ...['--test', '--test-reporter=tap', '--test-isolation=none'],
      ...files,
    ],
    {
      NODE_ENV: 'test',
      PORTAL_URL: portal.url,
      PORTAL_KUBECONFIG: portal.kubeconfig,
      PORTAL_SANDBOX_URL: portal.sandboxUrl,
      PORTAL_ARTIFACTS: ARTIFACTS,
      CHROMIUM_PATH: chromium,
    },
  );
  const result = readTapResult(output);
  const log = `What the portal printed:\n${portal.output()}`;
  return { ...result, output: `${result.output}\n${log}` };
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

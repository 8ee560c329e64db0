import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { findChromium } from '../browser/findChromium.mjs';
import { tellStories } from '../browser/tellStories.mjs';
import { startPortal } from '../browser/startPortal.mjs';
import { inRepository } from '../toolchain/repository.mjs';
import {
  createAdministratorAccess,
  createPortalAccess,
} from './createPortalAccess.mjs';
import { installExamples } from './installExamples.mjs';
import { writePortalConfig } from './writePortalConfig.mjs';

const STORIES = inRepository('packages', 'backend', 'e2e-tests');
const ARTIFACTS = inRepository('artifacts', 'real', 'browser');

/** Stories of the sandbox that hold of every platform. */
const SHARED = ['order.e2e.ts', 'manage.e2e.ts', 'workflow.e2e.ts'];

/**
 * The stories that hold of every platform, and those of the real one, told in a browser against a portal that
 * has only the rights of docs/rbac.
 */
export async function runPortalStories(platform) {
  const chromium = findChromium();
  if (!chromium) {
    return {
      passed: 0,
      failed: 0,
      skipped: 1,
      output: 'NO BROWSER: install Chromium, or set CHROMIUM_PATH to one.',
    };
  }
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  await installExamples(platform);
  const access = await createPortalAccess(
    platform,
    'impersonate',
    'kratix-portal',
  );
  const administrator = await createAdministratorAccess(platform);
  const config = writePortalConfig(`${ARTIFACTS}/app-config.real.yaml`, [
    { ...access, name: 'real', identity: 'impersonate' },
  ]);
  const portal = await startPortal(ARTIFACTS, ['--config', config]);
  try {
    return await tellStories(listStories(), {
      chromium,
      artifacts: ARTIFACTS,
      portal: {
        ...portal,
        kubeconfig: administrator.kubeconfig,
        sandboxUrl: administrator.url,
      },
      env: {
        NODE_EXTRA_CA_CERTS: administrator.caFile,
        PORTAL_OWN_KUBECONFIG: access.kubeconfig,
        PORTAL_AUDIT_LOG: platform.auditLog,
      },
    });
  } finally {
    await portal.stop();
  }
}

function listStories() {
  const own = readdirSync(`${STORIES}/real`)
    .filter(name => name.endsWith('.e2e.ts'))
    .map(name => `real/${name}`);
  return [...SHARED, ...own].map(name => `${STORIES}/${name}`);
}

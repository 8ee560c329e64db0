import { mkdirSync, rmSync } from 'node:fs';
import { tellStories } from '../browser/tellStories.mjs';
import { startPortal } from '../browser/startPortal.mjs';
import { inRepository } from '../toolchain/repository.mjs';
import { createPortalAccess, createUserAccess } from './createPortalAccess.mjs';
import { installExamples } from './installExamples.mjs';
import { writePortalConfig } from './writePortalConfig.mjs';

const ARTIFACTS = inRepository('artifacts', 'real', 'identity');
const IDENTITIES = ['impersonate', 'service-account', 'user-token'];

/**
 * One cluster as three platforms of one portal, each with another identity and with a service account of its own
 * that has only what docs/rbac gives that identity. The API server's audit log says in whose name it was asked.
 */
export async function runIdentityChecks(platform) {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  await installExamples(platform);
  const platforms = [];
  for (const identity of IDENTITIES) {
    const { kubeconfig } = await createPortalAccess(
      platform,
      identity,
      `portal-${identity}`,
    );
    platforms.push({ name: identity, identity, kubeconfig });
  }
  const user = await createUserAccess(platform, 'ana', 'team-a');
  const config = writePortalConfig(
    `${ARTIFACTS}/app-config.real.yaml`,
    platforms,
  );
  const portal = await startPortal(ARTIFACTS, ['--config', config]);
  try {
    return await tellStories(
      [inRepository('packages/backend/e2e-tests/identity/identity.e2e.ts')],
      {
        artifacts: ARTIFACTS,
        portal,
        env: {
          PORTAL_AUDIT_LOG: platform.auditLog,
          PORTAL_USER_TOKEN: user.token,
        },
      },
    );
  } finally {
    await portal.stop();
  }
}

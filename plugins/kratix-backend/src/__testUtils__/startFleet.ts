import type { KratixPromise } from '@kratix-portal/backstage-plugin-kratix-common';
import { synced } from './redis';
import { allow, startKratixBackend } from './startKratixBackend';

/** A backend with two platforms, on which these Promises are known. */
export async function startFleet(
  promises: Partial<Record<'dev' | 'prod', KratixPromise[]>>,
  decisions = { rest: allow },
) {
  const started = await startKratixBackend({
    platforms: ['dev', 'prod'],
    decisions,
  });
  for (const [platform, items] of Object.entries(promises)) {
    started.kratix.change(platform, { promises: synced(items) });
  }
  return started;
}

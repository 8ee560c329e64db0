import type { Manifest } from './Manifest';

const ATTEMPTS = 8;

/**
 * Looks until nobody has written for a while. Where something goes on failing it is written to for ever; then
 * the last look counts.
 * @internal
 */
export async function settle(
  collect: () => Promise<Manifest[]>,
  quietMs: number,
): Promise<Manifest[]> {
  let before = '';
  for (let attempt = 1; ; attempt += 1) {
    const objects = await collect();
    const now = objects
      .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
      .sort()
      .join();
    if (now === before || attempt === ATTEMPTS) {
      return objects;
    }
    before = now;
    await new Promise(resolve => setTimeout(resolve, quietMs));
  }
}

import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { usePromiseAbout } from '../../hooks';

/**
 * The versions that a platform keeps of a Promise; none while that is not known.
 * @internal
 */
export function useRevisions(ref: PromiseRef): readonly string[] {
  const live = usePromiseAbout(ref);
  return live.state === 'known'
    ? (live.value.revisions ?? []).map(({ version }) => version)
    : [];
}

import { sandboxPlatform, startOtherPortal } from './startOtherPortal';

/**
 * A second portal beside the one that the stories are told against, over the same platform, whose policy denies
 * some permissions.
 */
export function startStricterPortal(
  denied: readonly string[],
): ReturnType<typeof startOtherPortal> {
  return startOtherPortal({
    permission: { deny: denied },
    kratix: { platforms: [sandboxPlatform()] },
  });
}

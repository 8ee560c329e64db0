import type { Found } from './Programs';

/**
 * Kratix as a Go module.
 *
 * @internal
 */
export const KRATIX_MODULE = 'github.com/syntasso/kratix';

/**
 * Which Kratix is built, and the go.mod that asks for it.
 *
 * @internal
 */
export interface KratixVersion {
  version: string;
  /** What the contract was recorded of. */
  pinned: string;
  goMod: string;
}

/** A version as the module proxy names it: no branch and no `latest`, which mean something else tomorrow. */
const VERSION = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/**
 * The version of Kratix that `KRATIX_VERSION` names, else the one that go.mod
 * pins.
 *
 * @internal
 */
export function chooseKratixVersion(
  wanted: string | undefined,
  goMod: string,
): Found<KratixVersion> {
  const requirement = new RegExp(`${KRATIX_MODULE} (\\S+)`);
  const pinned = requirement.exec(goMod)?.[1];
  if (!pinned) {
    throw new Error(`go.mod does not require ${KRATIX_MODULE}`);
  }
  const version = wanted || pinned;
  if (!VERSION.test(version)) {
    return {
      ok: false,
      problem: `KRATIX_VERSION is "${version}", and must be a version of the Go module ${KRATIX_MODULE}, such as ${lastRelease(
        pinned,
      )} or ${pinned}`,
    };
  }
  return {
    ok: true,
    value: {
      version,
      pinned,
      goMod: goMod.replace(requirement, `${KRATIX_MODULE} ${version}`),
    },
  };
}

/**
 * The release that a version without a tag comes after: Go names a commit
 * `v0.125.1-0.<time>-<commit>` where the last tag before it is v0.125.0
 * (https://go.dev/ref/mod#pseudo-versions).
 *
 * @internal
 */
export function lastRelease(version: string): string {
  const match = /^v(\d+)\.(\d+)\.(\d+)-0\.\d{14}-[0-9a-f]{12}$/.exec(version);
  return match
    ? `v${match[1]}.${match[2]}.${Math.max(0, Number(match[3]) - 1)}`
    : version;
}

import type {
  ObjectProblem,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestAccess } from '../authorization';
import type { PlatformIndex } from '../lists/RequestIndex';

/**
 * The objects that could not be understood, of those that somebody may know of: what belongs to the
 * platform for those who may read platforms, a request for those who may read it by its name.
 * @internal
 */
export function findReadableProblems(
  { platform, snapshot }: PlatformIndex,
  options: {
    readonly access: RequestAccess | undefined;
    readonly mayReadPlatforms: boolean;
  },
): ObjectProblem[] {
  const { access, mayReadPlatforms } = options;
  const promiseOf = promisesByKind(snapshot);
  return snapshot.problems.filter(({ kind, namespace, name }) => {
    if (!namespace) {
      return mayReadPlatforms;
    }
    if (access?.isUnrestricted) {
      return true;
    }
    const promise = promiseOf.get(kind);
    return (
      promise !== undefined &&
      access?.isAllowed({ platform: platform.name, promise, namespace, name })
    );
  });
}

/** A kind that two Promises have is nobody's: it cannot be told whose request it is. */
function promisesByKind({
  promises,
}: PlatformSnapshot): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { api, name } of promises.state === 'synced'
    ? promises.items
    : []) {
    if (api) {
      found.set(api.kind, found.has(api.kind) ? undefined : name);
    }
  }
  return found;
}

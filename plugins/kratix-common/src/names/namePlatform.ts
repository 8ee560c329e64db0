import type { Platform, PlatformSnapshot } from '../model';
import type { KeptNames } from './KeptNames';
import { findNameHolder } from './findNameHolder';
import { skeComponentNames } from './skeComponentNames';
import { skeKinds } from './skeKinds';

/**
 * Names of entities that depend on what else is on the platform, as SKE's do (`naming: ske`).
 * @public
 */
export interface PlatformNames {
  /** The kind that a Promise's entities are named after; absent where they have our usual names. */
  kindOf(promise: string): string | undefined;
  /** The name of a Promise's Component that its author chose and got. */
  componentOf(promise: string): string | undefined;
  /** The name of a request's entity; absent where it has our usual one. */
  requestName(
    promise: string,
    namespace: string,
    name: string,
  ): string | undefined;
  /** The same as long as all names of Promises are. */
  readonly key: string;
}

/**
 * A platform, and how entities are named there if not as usual.
 * @public
 */
export type NamedPlatform = Platform & { readonly names?: PlatformNames };

/**
 * The platform with the names that its entities have at the moment of the snapshot; the very platform where
 * names depend on nothing else.
 *
 * @remarks
 * SKE's names (ske-compatibility 1B) hold neither the namespace nor the group, so two objects may want the
 * same. The older one has it and the other keeps our usual name, which no other object can have (ADR 0021).
 *
 * @param kept - Of Promises that cannot be read now, by those who remember it.
 * @public
 */
export function namePlatform(
  platform: Platform,
  snapshot: Pick<PlatformSnapshot, 'promises' | 'apis' | 'requests'>,
  kept?: KeptNames,
): NamedPlatform {
  if (platform.naming !== 'ske') {
    return platform;
  }
  const { kinds, others } = skeKinds(snapshot, kept);
  const components = skeComponentNames(
    snapshot.promises.state === 'synced' ? snapshot.promises.items : [],
    { kinds, others },
    kept,
  );
  const names: PlatformNames = {
    key: JSON.stringify([...kinds, ...others, ...components]),
    kindOf: promise => kinds.get(promise),
    componentOf: promise => components.get(promise),
    requestName(promise, namespace, name) {
      const kind = kinds.get(promise);
      const wanted = `${name}-${kind}`;
      const collection = snapshot.requests.get(promise);
      const holder =
        collection?.state === 'synced'
          ? findNameHolder(collection.items, name)
          : undefined;
      return kind !== undefined &&
        isNameOfKind(wanted, kind, kinds) &&
        !others.has(wanted) &&
        (holder ?? namespace) === namespace
        ? wanted
        : undefined;
    },
  };
  return { ...platform, names };
}

const maxNameLength = 63;

/** `dev-ske-postgresql` may be `dev` of ske-postgresql or `dev-ske` of postgresql: the longest kind has it. */
function isNameOfKind(
  name: string,
  kind: string,
  kinds: ReadonlyMap<string, string>,
): boolean {
  return (
    name.length <= maxNameLength &&
    !name.includes('.') && // our usual names do, so that the two never meet
    !name.endsWith('-promise') &&
    [...kinds.values()].every(
      other => other.length <= kind.length || !name.endsWith(`-${other}`),
    )
  );
}

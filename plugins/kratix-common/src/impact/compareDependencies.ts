import type {
  KratixPromise,
  PromiseDependencies,
  PromiseDependency,
} from '../model';
import type { PromiseChange } from './PromiseChange';
import { tell, wordingOf, type Told, type WordingList } from '../wording';

const MAX_NAMED = 8;

/**
 * What a Promise installs on its Destinations, object by object where both sides know them.
 * @internal
 */
export function compareDependencies(
  { dependencies: before }: KratixPromise,
  { dependencies: after }: KratixPromise,
): PromiseChange[] {
  if (before?.hash === after?.hash) {
    return [];
  }
  const told = compareObjects(listOf(before), listOf(after));
  return (told.length > 0 ? told : [describeCounts(before, after)]).map(
    words => ({
      code: 'dependencies-changed',
      severity: 'risky',
      path: 'spec.dependencies',
      ...words,
    }),
  );
}

function listOf(
  dependencies: PromiseDependencies | undefined,
): readonly PromiseDependency[] | undefined {
  return dependencies ? dependencies.objects : [];
}

function compareObjects(
  before: readonly PromiseDependency[] | undefined,
  after: readonly PromiseDependency[] | undefined,
): Told[] {
  if (!before || !after) {
    return [];
  }
  const old = hashesByName(before);
  const now = hashesByName(after);
  const fresh = [...now.keys()].filter(name => !old.has(name));
  const gone = [...old.keys()].filter(name => !now.has(name));
  const other = [...now.keys()].filter(
    name => old.has(name) && old.get(name) !== now.get(name),
  );
  return [
    ...(fresh.length > 0
      ? [tell('impactPromise.dependenciesNew', { objects: nameObjects(fresh) })]
      : []),
    ...(gone.length > 0
      ? [tell('impactPromise.dependenciesGone', { objects: nameObjects(gone) })]
      : []),
    ...(other.length > 0
      ? [
          tell('impactPromise.dependenciesOther', {
            objects: nameObjects(other),
          }),
        ]
      : []),
  ];
}

/** Two of one name count as one: the hash of both. */
function hashesByName(
  objects: readonly PromiseDependency[],
): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const { name: object, hash } of objects) {
    hashes.set(object, `${hashes.get(object) ?? ''}${hash}`);
  }
  return hashes;
}

function nameObjects(objects: readonly string[]): WordingList {
  const rest = objects.length - MAX_NAMED;
  return {
    list:
      rest > 0
        ? [
            ...objects.slice(0, MAX_NAMED),
            wordingOf('schema.more', { count: rest }),
          ]
        : objects,
  };
}

function describeCounts(
  before: PromiseDependencies | undefined,
  after: PromiseDependencies | undefined,
): Told {
  return before?.count === after?.count
    ? tell('impactPromise.dependenciesReordered')
    : tell('impactPromise.dependencies', {
        before: before?.count ?? 0,
        after: after?.count ?? 0,
      });
}

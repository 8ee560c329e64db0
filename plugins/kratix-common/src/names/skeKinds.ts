import type { PlatformSnapshot } from '../model';
import type { KeptNames } from './KeptNames';

/**
 * By what SKE names the entities of Promises: the kind in lower case, and no two Promises by the same one.
 * @internal
 */
export interface SkeKinds {
  /** By Promise. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Promises without one: no API, a kind that another has, or nothing that a name could be made of. */
  readonly others: ReadonlySet<string>;
}

/**
 * The oldest Promise of a kind has it. One that cannot be read keeps the kind that it had; where that is not
 * known, the API that it has installed says its kind.
 * @internal
 */
export function skeKinds(
  { promises, apis }: Pick<PlatformSnapshot, 'promises' | 'apis'>,
  kept: KeptNames = new Map(),
): SkeKinds {
  const installed = new Map(
    (apis?.state === 'synced' ? apis.items : []).map(
      ({ promiseName, kind }) => [promiseName, kind] as const,
    ),
  );
  const readable = promises.state === 'synced' ? promises.items : [];
  const names = new Set(readable.map(({ name }) => name));
  const wanted = [
    ...[...kept].flatMap(([name, { kind }]) =>
      kind && !names.has(name) ? [{ name, kind }] : [],
    ),
    ...[...readable]
      .sort((a, b) => compare(ageOf(a), ageOf(b)))
      .map(({ name, api }) => ({ name, kind: api?.kind })),
    ...[...installed.keys()]
      .filter(name => !names.has(name) && !kept.get(name)?.kind)
      .sort(compare)
      .map(name => ({ name, kind: undefined })),
  ].map(({ name, kind }) => ({
    name,
    kind: (kind ?? installed.get(name))?.toLocaleLowerCase('en-US'),
  }));

  const kinds = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, kind } of wanted) {
    if (kind && !taken.has(kind) && isUsable(kind, name, names)) {
      kinds.set(name, kind);
      taken.add(kind);
    }
  }
  const others = wanted
    .map(({ name }) => name)
    .filter(name => !kinds.has(name));
  return { kinds, others: new Set(others) };
}

/** Such that `<kind>-promise-template` is a name, and not the usual one of another Promise. */
function isUsable(
  kind: string,
  promise: string,
  names: ReadonlySet<string>,
): boolean {
  return (
    /^[a-z0-9]([-a-z0-9]{0,44}[a-z0-9])?$/.test(kind) &&
    ['promise', 'promise-template']
      .map(ending => `${kind}-${ending}`)
      .every(name => name === promise || !names.has(name))
  );
}

interface Aged {
  readonly name: string;
  readonly createdAt?: string;
}

function ageOf({ createdAt, name }: Aged): string {
  return `${createdAt ?? ''} ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import type { KratixPromise } from '../model';
import type { KeptNames } from './KeptNames';
import type { SkeKinds } from './skeKinds';

/** SKE's annotation; `COMPONENT_NAME` of its generator comes by this key too (`readSkeDefaults`). */
export const skeNameKey = 'ske.backstage.component/name';

/**
 * What the author of a Promise calls its Component, where SKE's names are used; undefined for nothing.
 * @internal
 */
export function askedComponentName({
  annotations,
  skeDefaults,
}: Pick<KratixPromise, 'annotations' | 'skeDefaults'>): string | undefined {
  return (annotations[skeNameKey] ?? skeDefaults?.promise[skeNameKey])?.trim();
}

/**
 * The names of Components that Promises have by their authors' wish, by Promise. Only Promises choose: who may order
 * must not be able to take the name of somebody else's Component (ADR 0025). A name that an entity of the platform
 * has, or that a request or another Promise could come to have, is not given; of two who want one, the older has it.
 * A Promise that cannot be read now keeps what it had.
 * @internal
 */
export function skeComponentNames(
  promises: readonly KratixPromise[],
  { kinds, others }: SkeKinds,
  kept: KeptNames = new Map(),
): ReadonlyMap<string, string> {
  const readable = new Set(promises.map(({ name }) => name));
  const names = new Map(
    [...kept].flatMap(([name, { component }]) =>
      component && !readable.has(name) ? [[name, component] as const] : [],
    ),
  );
  const taken = new Set<string>([...readable, ...names.values()]);
  for (const promise of [...promises].sort(byAge)) {
    const asked = askedComponentName(promise);
    const isFree = asked === promise.name || !taken.has(asked ?? '');
    if (asked && isFree && !others.has(asked) && isUsable(asked, kinds)) {
      names.set(promise.name, asked);
      taken.add(asked);
    }
  }
  return names;
}

/** No name of a request (`<request>-<kind>`), of a Promise (`<kind>-promise`), or of our own making (with a dot). */
function isUsable(name: string, kinds: SkeKinds['kinds']): boolean {
  return (
    /^[a-z0-9]([-_a-z0-9]{0,61}[a-z0-9])?$/.test(name) &&
    !name.endsWith('-promise') &&
    [...kinds.values()].every(kind => !name.endsWith(`-${kind}`))
  );
}

function byAge(a: KratixPromise, b: KratixPromise): number {
  const [ofA, ofB] = [a, b].map(
    ({ createdAt, name }) => `${createdAt ?? ''} ${name}`,
  );
  return (ofA ?? '') < (ofB ?? '') ? -1 : 1;
}

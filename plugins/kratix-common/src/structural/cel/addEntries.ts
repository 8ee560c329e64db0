import type { AddFunction } from './AddFunction';

/** What one step of a macro with two variables is about. @internal */
export class CelEntry {
  constructor(readonly key: unknown, readonly value: unknown) {}
}

/** What `withTwoVariables` speaks of. @internal */
export function addEntries(add: AddFunction): void {
  add('list.celEntries(): list<CelEntry>', (list: readonly unknown[]) =>
    list.map((value, index) => new CelEntry(BigInt(index), value)),
  );
  add('map.celEntries(): list<CelEntry>', entriesOf);
  add('CelEntry.entryKey(): dyn', ({ key }: CelEntry) => key);
  add('CelEntry.entryValue(): dyn', ({ value }: CelEntry) => value);
  add(
    'celEntry(dyn, dyn): CelEntry',
    (key: unknown, value: unknown) => new CelEntry(key, value),
  );
  add('celOnlyEntry(map): list<CelEntry>', entriesOf);
  add('list.celToMap(): map', toMap);
}

type CelMap = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

function entriesOf(map: CelMap): CelEntry[] {
  const entries = map instanceof Map ? [...map] : Object.entries(map);
  return entries.map(([key, value]) => new CelEntry(key, value));
}

function toMap(
  entries: readonly (CelEntry | readonly CelEntry[])[],
): ReadonlyMap<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (const { key, value } of entries.flat() as CelEntry[]) {
    if (map.has(key)) {
      throw new Error(`insert failed: key ${String(key)} already exists`);
    }
    map.set(key, value);
  }
  return map;
}

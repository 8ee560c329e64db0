import type { PromiseChange } from '../impact';
import type { KratixPromise, PlatformSnapshot } from '../model';
import { compareNames } from '../names/compareNames';
import { marksOfChanges, marksOfVersions, type DriftMark } from './DriftMark';

/**
 * One Promise over all platforms.
 * @public
 */
export interface FleetRow {
  readonly promise: string;
  /** The platform that the others are compared with; absent when none is known to have it. */
  readonly reference?: string;
  /** One for each platform, in the order of the configuration. */
  readonly cells: readonly FleetCell[];
}

/**
 * One Promise on one platform. Unknown is not missing.
 * @public
 */
export interface FleetCell {
  readonly platform: string;
  readonly state: 'present' | 'missing' | 'unknown';
  readonly promise?: KratixPromise;
  readonly marks: readonly DriftMark[];
}

/** @public */
export interface FleetOptions {
  /** The platform to compare with where it has the Promise; else the first that has it. */
  readonly reference?: string;
  /** What changed from the first to the second; handed in, so that a caller may remember answers. */
  readonly compare: (
    before: KratixPromise,
    after: KratixPromise,
  ) => readonly PromiseChange[];
}

/**
 * What is where, and how it differs: every Promise of every platform, by name.
 * @public
 */
export function buildFleet(
  snapshots: readonly PlatformSnapshot[],
  options: FleetOptions,
): FleetRow[] {
  const platforms = snapshots.map(snapshot => ({
    name: snapshot.platform,
    isKnown: snapshot.promises.state === 'synced',
    promises: indexPromises(snapshot),
  }));
  const names = new Set(
    platforms.flatMap(({ promises }) => [...promises.keys()]),
  );
  return [...names]
    .sort(compareNames)
    .map(name => buildRow(name, platforms, options));
}

interface KnownPlatform {
  readonly name: string;
  readonly isKnown: boolean;
  readonly promises: ReadonlyMap<string, KratixPromise>;
}

function indexPromises({
  promises,
}: PlatformSnapshot): ReadonlyMap<string, KratixPromise> {
  return new Map(
    promises.state === 'synced'
      ? promises.items.map(promise => [promise.name, promise] as const)
      : [],
  );
}

function buildRow(
  name: string,
  platforms: readonly KnownPlatform[],
  options: FleetOptions,
): FleetRow {
  const holders = platforms.filter(({ promises }) => promises.has(name));
  const holder =
    holders.find(platform => platform.name === options.reference) ?? holders[0];
  const reference = holder?.promises.get(name);
  return {
    promise: name,
    ...(holder && { reference: holder.name }),
    cells: platforms.map(platform =>
      buildCell(platform, name, reference, options),
    ),
  };
}

function buildCell(
  platform: KnownPlatform,
  name: string,
  reference: KratixPromise | undefined,
  { compare }: FleetOptions,
): FleetCell {
  const promise = platform.promises.get(name);
  if (!promise) {
    return platform.isKnown
      ? { platform: platform.name, state: 'missing', marks: ['missing'] }
      : { platform: platform.name, state: 'unknown', marks: [] };
  }
  return {
    platform: platform.name,
    state: 'present',
    promise,
    marks:
      !reference || reference === promise
        ? []
        : markCell(promise, reference, compare(promise, reference)),
  };
}

function markCell(
  promise: KratixPromise,
  reference: KratixPromise,
  changes: readonly PromiseChange[],
): DriftMark[] {
  const versions = marksOfVersions(promise, reference);
  const contents = marksOfChanges(changes);
  const isEdited =
    versions.length === 0 &&
    contents.length > 0 &&
    promise.version !== undefined;
  return [
    ...versions,
    ...(isEdited ? (['sameVersionOtherContent'] as const) : []),
    ...contents,
  ];
}

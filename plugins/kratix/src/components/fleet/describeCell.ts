import type {
  FleetCellResponse,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The first thing to say of a cell, and how good it is.
 * @internal
 */
export type CellWord =
  | 'same'
  | 'missing'
  | 'unknown'
  | 'behind'
  | 'ahead'
  | 'otherVersion'
  | 'sameVersionOtherContent'
  | 'differs';

/** What differs beside the version. @internal */
export const differences = [
  'api',
  'images',
  'pipelines',
  'dependencies',
  'placement',
] as const;

/** @internal */
export function wordOf({ state, marks }: FleetCellResponse): CellWord {
  if (state !== 'present') {
    return state;
  }
  const word = (
    ['sameVersionOtherContent', 'behind', 'ahead', 'otherVersion'] as const
  ).find(mark => marks.includes(mark));
  return word ?? (marks.length > 0 ? 'differs' : 'same');
}

/** @internal */
export const toneOfWord = {
  same: 'good',
  missing: 'paused',
  unknown: 'unknown',
  behind: 'waiting',
  ahead: 'busy',
  otherVersion: 'waiting',
  // The version promises what the content does not keep.
  sameVersionOtherContent: 'bad',
  differs: 'waiting',
} as const satisfies Record<CellWord, Tone>;

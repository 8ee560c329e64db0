import type {
  Collection,
  ConnectionProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isConfirmed } from './isConfirmed';

const since = '2026-08-20T10:00:00.000Z';
const atOnce = Date.parse(since) + 1_000;
const later = Date.parse(since) + 5 * 60_000;

const problem = (reason: ConnectionProblem['reason']) => ({
  problem: { reason, message: 'no', since },
});
const synced: Collection<unknown> = {
  state: 'synced',
  items: [],
  confirmedAt: since,
};
const unknown: Collection<unknown> = { state: 'unknown' };

describe('isConfirmed', () => {
  it.each<[string, Collection<unknown>, boolean, boolean]>([
    ['synced', synced, true, true],
    ['unknown', unknown, false, false],
    ['unreachable', { ...synced, ...problem('unreachable') }, false, false],
    ['not installed', { ...unknown, ...problem('notInstalled') }, true, true],
    ['never allowed', { ...unknown, ...problem('forbidden') }, true, true],
    [
      'allowed once, which may be a moment, or for good',
      { ...synced, ...problem('forbidden') },
      false,
      true,
    ],
    [
      'gone after it was known',
      { ...synced, ...problem('notInstalled') },
      false,
      false,
    ],
  ])('knows of a collection that is %s', (_, collection, soon, forGood) => {
    expect(isConfirmed(collection, atOnce)).toBe(soon);
    expect(isConfirmed(collection, later)).toBe(forGood);
  });
});

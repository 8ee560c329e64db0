import { parsePromise } from '../kubernetes';
import { findPromise } from './findPromise';
import type { KratixPromise } from './kratixPromise';

function named(name: string): KratixPromise {
  const parsed = parsePromise({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name, uid: name, resourceVersion: '1' },
    spec: {},
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

const promises = {
  state: 'synced' as const,
  items: [named('kafka'), named('redis')],
  confirmedAt: '2026-01-01T00:00:00Z',
};

describe('findPromise', () => {
  it('finds the one of this name', () => {
    expect(findPromise({ promises }, 'redis')).toBe(promises.items[1]);
  });

  it('has none of another name, nor while Promises are not known', () => {
    expect(findPromise({ promises }, 'postgres')).toBeUndefined();
    expect(
      findPromise({ promises: { state: 'unknown' } }, 'redis'),
    ).toBeUndefined();
  });
});

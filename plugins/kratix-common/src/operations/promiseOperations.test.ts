import { asPromise } from '../__fixtures__/parsed';
import { redisPromise } from '../__fixtures__/redisPromise';
import type { KratixPromise } from '../model';
import { availablePromiseOperations } from './promiseOperations';

const pipeline = { name: 'configure', hash: 'h', containers: [] };
const promise: KratixPromise = {
  ...asPromise(redisPromise()),
  isPaused: false,
  workflows: {
    resourceConfigure: [],
    resourceDelete: [],
    promiseConfigure: [pipeline],
    promiseDelete: [],
  },
};

describe('availablePromiseOperations', () => {
  it.each<[string, Partial<KratixPromise>, string[]]>([
    ['works', {}, ['rerun', 'rerunRequests', 'pause']],
    ['is paused', { isPaused: true }, ['unpause']],
    [
      'has no workflow',
      { workflows: { ...promise.workflows, promiseConfigure: [] } },
      ['rerunRequests', 'pause'],
    ],
    ['has no API', { api: undefined }, ['rerun', 'pause']],
    ['is being removed', { deletedAt: '2026-08-21T10:00:00Z' }, []],
  ])('of a Promise that %s', (_, changes, expected) => {
    expect(
      availablePromiseOperations({ ...promise, ...changes })
        .filter(({ why }) => why === undefined)
        .map(({ name }) => name),
    ).toEqual(expected);
  });
});

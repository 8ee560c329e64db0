import { cachePlacement } from '../__fixtures__/delivery';
import { asPlacement, asPromise, asRequest } from '../__fixtures__/parsed';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import { describeDeletion } from './describeDeletion';

const request = asRequest(readyRequest());
const promise = {
  ...asPromise(redisPromise()),
  workflows: {
    resourceConfigure: [],
    resourceDelete: [
      {
        name: 'destroy',
        hash: 'h',
        containers: [{ name: 'terraform', image: 'x' }],
      },
      { name: 'never-used', hash: 'h', containers: [] },
    ],
    promiseConfigure: [],
    promiseDelete: [],
  },
};
const placement = asPlacement(cachePlacement([]));

describe('describeDeletion', () => {
  it('names the workflow, the files and what goes with it', () => {
    expect(
      describeDeletion(request, {
        promise,
        delivery: {
          works: [],
          workPlacements: [
            { ...placement, destinationName: 'b', filePaths: ['x.yaml'] },
            { ...placement, destinationName: 'a', filePaths: ['2', '1'] },
            { ...placement, destinationName: 'b', filePaths: ['a.yaml'] },
          ],
          isComplete: true,
        },
        children: [{ promise: 'vault', namespace: 'team-a', name: 'keys' }],
      }),
    ).toEqual({
      workflow: { pipeline: 'destroy', steps: ['terraform'] },
      delivered: {
        isComplete: true,
        destinations: [
          { name: 'a', fileCount: 2, files: ['1', '2'] },
          { name: 'b', fileCount: 2, files: ['a.yaml', 'x.yaml'] },
        ],
      },
      children: [{ promise: 'vault', namespace: 'team-a', name: 'keys' }],
      childCount: 1,
    });
  });

  it('does not take what is not known for nothing', () => {
    expect(describeDeletion(request, { children: [] })).toEqual({
      children: [],
      childCount: 0,
    });
  });

  it.each([
    ['the request', { 'kratix.io/paused': 'true' }, false, 'requestPaused'],
    ['the service', {}, true, 'promisePaused'],
  ] as const)(
    'says that a pause of %s holds it up',
    (_, labels, isPaused, by) => {
      expect(
        describeDeletion(
          { ...request, labels },
          { promise: { ...promise, isPaused }, children: [] },
        ).blockedBy,
      ).toBe(by);
    },
  );

  it('lists a hundred of a thousand', () => {
    const children = Array.from({ length: 1_000 }, (_, index) => ({
      promise: 'vault',
      namespace: 'team-a',
      name: `keys-${index}`,
    }));
    const deletion = describeDeletion(request, { children });

    expect(deletion.children).toHaveLength(100);
    expect(deletion.childCount).toBe(1_000);
  });
});

import { cacheBinding } from '../__fixtures__/delivery';
import { asBinding, asRequest } from '../__fixtures__/parsed';
import { readyRequest } from '../__fixtures__/redisRequest';
import type { PromiseRevision, ResourceBinding } from '../model';
import { chooseVersions } from './chooseVersions';

// The request is at v0.2.0.
const request = asRequest(readyRequest());

const revision = (
  version: string,
  day: number,
  isLatest = false,
): PromiseRevision => ({
  name: `redis-${version}`,
  uid: version,
  resourceVersion: '1',
  createdAt: `2026-08-0${day}T00:00:00Z`,
  labels: {},
  annotations: {},
  promiseName: 'redis',
  version,
  isLatest,
});
const revisions = [
  revision('v0.1.0', 1),
  revision('v0.3.0', 3, true),
  revision('v0.2.0', 2),
];
const binding = (version: string, changes: Partial<ResourceBinding> = {}) => ({
  ...asBinding(cacheBinding({ version })),
  ...changes,
});

const changesOf = (bound: ResourceBinding) =>
  chooseVersions(request, bound, revisions).options.map(
    ({ version, change }) => `${version}: ${change}`,
  );

describe('chooseVersions', () => {
  it.each([
    [
      'follows the latest',
      binding('latest'),
      ['latest: none', 'v0.3.0: upgrade', 'v0.2.0: pin', 'v0.1.0: rollBack'],
    ],
    [
      'is pinned',
      binding('v0.2.0'),
      ['latest: follow', 'v0.3.0: upgrade', 'v0.2.0: none', 'v0.1.0: rollBack'],
    ],
    [
      'failed to upgrade',
      binding('v0.3.0', { failedVersion: 'v0.3.0' }),
      ['latest: follow', 'v0.3.0: retry', 'v0.2.0: pin', 'v0.1.0: rollBack'],
    ],
  ])('offers a request that %s', (_, bound, expected) => {
    expect(changesOf(bound)).toEqual(expected);
  });

  it('says which version the latest is now, and marks what is applied', () => {
    const { options, applied, following } = chooseVersions(
      request,
      binding('latest'),
      revisions,
    );

    expect({ applied, following }).toEqual({
      applied: 'v0.2.0',
      following: 'latest',
    });
    expect(options[0]).toMatchObject({ resolvesTo: 'v0.3.0' });
    expect(
      options.filter(({ isApplied }) => isApplied).map(one => one.version),
    ).toEqual(['v0.2.0']);
  });

  it('calls one version the latest while Kratix moves the mark', () => {
    const { options } = chooseVersions(request, binding('latest'), [
      revision('v0.2.0', 2, true),
      revision('v0.3.0', 3, true),
    ]);

    expect(options.map(({ version, isLatest }) => [version, isLatest])).toEqual(
      [
        ['latest', true],
        ['v0.3.0', true],
        ['v0.2.0', false],
      ],
    );
    expect(options[0]).toMatchObject({ resolvesTo: 'v0.3.0' });
  });
});

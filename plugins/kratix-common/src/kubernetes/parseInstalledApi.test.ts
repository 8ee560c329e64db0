import { redisPromise } from '../__fixtures__/redisPromise';
import { parseInstalledApi } from './parseInstalledApi';

function crd(labels: Record<string, string> = {}) {
  const { metadata, spec } = redisPromise().spec.api as {
    metadata: object;
    spec: object;
  };
  // As an item of a list: without what it is.
  return { metadata: { ...metadata, resourceVersion: '7', labels }, spec };
}

const label = { 'kratix.io/promise-name': 'redis' };

describe('parseInstalledApi', () => {
  it('reads what is needed to follow the requests, and not the schema', () => {
    expect(parseInstalledApi(crd(label))).toEqual({
      ok: true,
      problems: [],
      value: {
        promiseName: 'redis',
        resourceVersion: '7',
        crdName: 'redis.marketplace.kratix.io',
        group: 'marketplace.kratix.io',
        version: 'v1alpha1',
        kind: 'Redis',
        plural: 'redis',
        storedVersions: [],
      },
    });
  });

  it.each([
    [{ storedVersions: ['v1', 'v2'] }, ['v1', 'v2']],
    [{ storedVersions: 'v1' }, []],
    [{ storedVersions: [1, 'v2', 'x'.repeat(300)] }, ['v2']],
    ['none', []],
  ])('reads the versions that were ever stored from %j', (status, versions) => {
    expect(parseInstalledApi({ ...crd(label), status })).toMatchObject({
      value: { storedVersions: versions },
    });
  });

  it('refuses one of no Promise', () => {
    expect(parseInstalledApi(crd())).toMatchObject({
      ok: false,
      problem: { code: 'no-promise-label' },
    });
  });

  it('refuses one that cannot be watched', () => {
    expect(
      parseInstalledApi({ ...crd(label), spec: { scope: 'Cluster' } }),
    ).toMatchObject({ ok: false, problem: { code: 'api-names-unusable' } });
  });
});

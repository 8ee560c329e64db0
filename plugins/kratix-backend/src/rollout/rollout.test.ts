import {
  copiesResponseSchema,
  kratixRequestReadPermission,
  rolloutPaths,
  rolloutResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromise, aRequest, onlySmall } from '../__testUtils__/manyRequests';
import { synced } from '../__testUtils__/redis';
import { startFleet } from '../__testUtils__/startFleet';
import { allow, deny } from '../__testUtils__/startKratixBackend';

const redis = aPromise('redis');
const onProd = rolloutPaths.rollout({ platform: 'prod', promise: 'redis' });
const identity = {
  uid: 'u',
  resourceVersion: '1',
  labels: {},
  annotations: {},
};
const binding = (name: string, version: string) => ({
  ...identity,
  name,
  namespace: 'team-a',
  promiseName: 'redis',
  resourceName: name,
  version,
  conditions: [],
});
const revision = (version: string, isLatest: boolean) => ({
  ...identity,
  name: version,
  promiseName: 'redis',
  version,
  isLatest,
});

function at(name: string, promiseVersion: string, labels = {}) {
  const request = aRequest({ name });
  return {
    ...request,
    labels,
    status: { ...request.status, promiseVersion },
  };
}

describe('GET /promises/:platform/:promise/rollout', () => {
  it('names those that lag first, and says who is left alone', async () => {
    const { kratix, get } = await startFleet({ prod: [redis] });
    kratix.change('prod', {
      requests: new Map([
        [
          'redis',
          synced([
            at('new', 'v2'),
            at('old', 'v1'),
            at('flux', 'v1', { 'kustomize.toolkit.fluxcd.io/name': 'apps' }),
          ]),
        ],
      ]),
      bindings: synced([binding('new', 'latest'), binding('old', 'v1')]),
      revisions: synced([revision('v1', false), revision('v2', true)]),
    });

    const { body } = await get(onProd);

    const answer = rolloutResponseSchema.parse(body);
    expect(answer.versions.map(({ version }) => version)).toEqual(['v2', 'v1']);
    expect(answer.count).toBe(3);
    expect(answer.requests).toMatchObject([
      { name: 'old', applied: 'v1', following: 'v1' },
      { name: 'flux', excluded: { code: 'git' } },
      { name: 'new', applied: 'v2', following: 'latest' },
    ]);
    expect(answer.requests[0]?.excluded).toBeUndefined();
  });

  it('does not say that nobody lags where that is not known', async () => {
    const { get } = await startFleet({ prod: [redis] });

    expect((await get(onProd)).status).toBe(503);
  });

  it('names no request that the person may not read', async () => {
    const { kratix, get } = await startFleet(
      { prod: [redis] },
      { rest: allow, [kratixRequestReadPermission.name]: deny },
    );
    kratix.change('prod', {
      requests: new Map([['redis', synced([at('secret', 'v1')])]]),
      bindings: synced([]),
      revisions: synced([]),
    });

    const { body } = await get(onProd);

    expect(body).toMatchObject({ requests: [], count: 0 });
  });
});

describe('GET /requests/…/copies', () => {
  it('fills in the form of the other platform, and says what does not fit', async () => {
    const { kratix, get } = await startFleet({
      dev: [redis],
      prod: [onlySmall(redis)],
    });
    kratix.change('dev', {
      requests: new Map([
        [
          'redis',
          synced([{ ...aRequest({ name: 'cache' }), spec: { size: 'large' } }]),
        ],
      ]),
    });

    const { body } = await get(
      rolloutPaths.copies({
        platform: 'dev',
        promise: 'redis',
        namespace: 'team-a',
        name: 'cache',
      }),
    );

    expect(copiesResponseSchema.parse(body)).toMatchObject({
      unknown: [],
      targets: [
        {
          platform: 'prod',
          verdict: 'refused',
          reasons: [{ path: 'spec.size' }],
          form: {
            formData: {
              objname: 'cache',
              objnamespace: 'team-a',
              spec: { size: 'large' },
            },
          },
        },
      ],
    });
  });
});

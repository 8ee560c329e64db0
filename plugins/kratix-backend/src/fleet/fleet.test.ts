import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  fleetPaths,
  fleetResponseSchema,
  impactResponseSchema,
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromise, aRequest, onlySmall } from '../__testUtils__/manyRequests';
import { synced } from '../__testUtils__/redis';
import { startFleet } from '../__testUtils__/startFleet';
import { allow, deny } from '../__testUtils__/startKratixBackend';

const redis = aPromise('redis');
const impactOnProd = fleetPaths.impact({ platform: 'prod', promise: 'redis' });
const fromDev = { candidate: { type: 'platform', platform: 'dev' } };

describe('GET /fleet', () => {
  it('shows what is where, how it differs, and how its requests fare', async () => {
    const { kratix, get } = await startFleet({
      dev: [withVersion(redis, 'v0.3.0'), aPromise('kafka')],
      prod: [redis],
    });
    kratix.change('prod', {
      requests: new Map([
        ['redis', synced([aRequest({ name: 'a' }), aRequest({ name: 'b' })])],
      ]),
    });

    const { body } = await get(fleetPaths.fleet());

    const { platforms, rows } = fleetResponseSchema.parse(body);
    expect(platforms.map(({ name, isKnown }) => [name, isKnown])).toEqual([
      ['dev', true],
      ['prod', true],
    ]);
    expect(rows).toMatchObject([
      {
        promise: 'kafka',
        reference: 'dev',
        cells: [
          { platform: 'dev', state: 'present', marks: [] },
          { platform: 'prod', state: 'missing', marks: ['missing'] },
        ],
      },
      {
        promise: 'redis',
        cells: [
          { version: 'v0.3.0', marks: [] },
          {
            version: 'v0.2.0',
            marks: ['behind'],
            availability: 'available',
            phases: { Ready: 2 },
          },
        ],
      },
    ]);
  });

  it('compares with the platform that is asked for', async () => {
    const { get } = await startFleet({
      dev: [withVersion(redis, 'v0.3.0')],
      prod: [redis],
    });

    const { body } = await get(fleetPaths.fleet('prod'));

    expect(body.rows).toMatchObject([
      { reference: 'prod', cells: [{ marks: ['ahead'] }, { marks: [] }] },
    ]);
  });

  it('does not call missing what is not known', async () => {
    const { get } = await startFleet({ dev: [redis] });

    const { body } = await get(fleetPaths.fleet());

    expect(body.platforms[1]).toMatchObject({ name: 'prod', isKnown: false });
    expect(body.rows[0].cells[1]).toEqual({
      platform: 'prod',
      state: 'unknown',
      marks: [],
    });
  });

  it('counts no request for those who may read none, and is closed to those who may read no Promise', async () => {
    const denied = { rest: allow, [kratixRequestReadPermission.name]: deny };
    const blind = await startFleet({ dev: [redis] }, denied);

    expect((await blind.get('/fleet')).body.rows[0].cells[0].phases).toBe(
      undefined,
    );

    const stranger = await startFleet(
      { dev: [redis] },
      {
        rest: allow,
        [kratixPromiseReadPermission.name]: deny,
      },
    );
    expect((await stranger.get('/fleet')).status).toBe(403);
  });
});

describe('POST /promises/:platform/:promise/impact', () => {
  it('names the request that the other platform would refuse, and its owner', async () => {
    const { kratix, post } = await startFleet({
      dev: [onlySmall(withVersion(redis, 'v0.3.0'))],
      prod: [redis],
    });
    kratix.change('prod', {
      requests: new Map([
        [
          'redis',
          synced([
            { ...aRequest({ name: 'fine' }), spec: { size: 'small' } },
            {
              ...aRequest({
                name: 'large',
                annotations: { 'kratix-portal.io/owner': 'group:default/data' },
              }),
              spec: { size: 'large' },
            },
          ]),
        ],
      ]),
    });

    const { body } = await post(impactOnProd, fromDev);

    const report = impactResponseSchema.parse(body);
    expect(report).toMatchObject({
      platform: 'prod',
      before: 'v0.2.0',
      after: 'v0.3.0',
      severity: 'breaking',
      isComplete: true,
      changes: [{ code: 'enum-changed', path: 'spec.size' }],
      counts: { refused: 1, valid: 1, changed: 0, refusedBefore: 0 },
      requests: [
        {
          name: 'large',
          namespace: 'team-a',
          owner: 'group:default/data',
          verdict: 'refused',
          reasons: [{ path: 'spec.size' }],
        },
      ],
    });
    expect(report.markdown).toContain('`team-a/large`');
  });

  it('judges a file, and refuses one that holds something else', async () => {
    const { post } = await startFleet({ prod: [redis] });
    const ask = (text: string) =>
      post(impactOnProd, { candidate: { type: 'file', text } });

    const same = await ask(
      'kind: Promise\nmetadata: { name: redis }\nspec: {}\n',
    );
    expect(same.body.changes).toMatchObject([{ code: 'api-removed' }]);

    for (const text of [
      'kind: Promise\nmetadata: { name: kafka }\n',
      'kind: ConfigMap\n',
      '{',
    ]) {
      expect((await ask(text)).status).toBe(400);
    }
  });

  it.each([
    ['may not read', new NotAllowedError('promiserevisions is forbidden')],
    ['is not known', new AuthenticationError('Unauthorized')],
  ])(
    'does not blame the person where the portal itself %s',
    async (_title, error) => {
      const { kratix, post } = await startFleet({ prod: [redis] });
      const client = kratix.requests();
      kratix.requests = () => ({
        ...client,
        getRevision: async () => {
          throw error;
        },
      });

      const { status, body } = await post(impactOnProd, {
        candidate: { type: 'revision', version: 'v0.1.0' },
      });

      expect(status).toBe(503);
      expect(body.error.message).toContain(error.message);
    },
  );

  it('says when it could not look at every request', async () => {
    const { kratix, post } = await startFleet(
      { dev: [redis], prod: [redis] },
      { rest: allow, [kratixRequestReadPermission.name]: deny },
    );
    kratix.change('prod', {
      requests: new Map([['redis', synced([aRequest({ name: 'secret' })])]]),
    });

    const { body } = await post(impactOnProd, fromDev);

    expect(body).toMatchObject({ isComplete: false, requests: [] });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it.each([
    ['a Promise that is not there', '/promises/prod/nothing/impact', 404],
    ['a platform that is not there', '/promises/moon/redis/impact', 404],
  ])('answers for %s', async (_title, path, status) => {
    const { post } = await startFleet({ dev: [redis], prod: [redis] });

    expect((await post(path, fromDev)).status).toBe(status);
  });
});

function withVersion(promise: KratixPromise, version: string): KratixPromise {
  return { ...promise, version };
}

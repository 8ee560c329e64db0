import {
  attentionResponseSchema,
  kratixPaths,
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromise, aRequest } from '../__testUtils__/manyRequests';
import { synced } from '../__testUtils__/redis';
import {
  allow,
  deny,
  startKratixBackend,
} from '../__testUtils__/startKratixBackend';
import {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
} from '../index';

const teamAOnly = createKratixRequestConditionalDecision(
  kratixRequestReadPermission,
  kratixRequestConditions.inNamespace({ namespaces: ['team-a'] }),
);
const path = kratixPaths.attention();

const unavailable = {
  status: 'Unavailable',
  observedGeneration: 1,
  conditions: [
    {
      type: 'Available',
      status: 'False',
      reason: 'RequirementsNotInstalled',
      message: '',
      lastTransitionTime: '2026-08-20T10:00:00Z',
    },
  ],
};

function platformOf(
  ...redis: readonly ResourceRequest[]
): Partial<PlatformSnapshot> {
  return {
    promises: synced([aPromise('redis')]),
    requests: new Map([['redis', synced(redis)]]),
    namespaces: synced([]),
    bindings: synced([]),
    revisions: synced([]),
  };
}

/** As text: the reason, how many, and of what. */
const toLines = (body: unknown) =>
  attentionResponseSchema.parse(body).groups.map(({ reason, total, items }) =>
    [
      reason,
      total,
      ...items.map(item => {
        switch (item.type) {
          case 'request':
            return item.request.ref.name;
          case 'promise':
            return item.promise.ref.promise;
          case 'platform':
            return item.title;
          default:
            return item.problem.name;
        }
      }),
    ].join(' '),
  );

describe('GET /attention', () => {
  it('groups what needs somebody by reason, and leaves the rest alone', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.setHealth({ state: 'degraded', watches: [] });
    kratix.change('dev', {
      ...platformOf(
        aRequest({ name: 'ready' }),
        aRequest({ name: 'broken', phase: 'Failed' }),
        // Since 2026-08-20: longer than half an hour.
        aRequest({ name: 'slow', phase: 'Running' }),
      ),
      promises: synced([
        aPromise('redis'),
        aPromise('kafka', { status: unavailable }),
      ]),
      problems: [
        {
          platform: 'dev',
          code: 'odd',
          message: 'Odd.',
          kind: 'Redis',
          namespace: 'team-a',
          name: 'garbled',
        },
      ],
    });

    const { body } = await get(path);

    expect(toLines(body)).toEqual([
      'failed 1 broken',
      'unavailable 1 kafka',
      'stuck 1 slow',
      'platform 1 Development',
      'notUnderstood 1 garbled',
    ]);
    expect(body.stuckAfterMinutes).toBe(30);
  });

  it('needs nobody where all is well', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', platformOf(aRequest({ name: 'ready' })));

    expect((await get(path)).body).toEqual({
      groups: [],
      stuckAfterMinutes: 30,
      unknownPlatforms: [],
    });
  });

  it('names a platform of which nothing is known', async () => {
    const { get } = await startKratixBackend();

    expect((await get(path)).body.unknownPlatforms).toEqual(['Development']);
  });

  it('waits as long as the configuration says', async () => {
    const { kratix, get } = await startKratixBackend({
      config: { kratix: { attention: { stuckAfter: { days: 10_000 } } } },
    });
    kratix.change(
      'dev',
      platformOf(aRequest({ name: 'slow', phase: 'Running' })),
    );

    expect(toLines((await get(path)).body)).toEqual([]);
  });

  it('sends few of many, and says how many', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change(
      'dev',
      platformOf(
        ...Array.from({ length: 40 }, (_, i) =>
          aRequest({ name: `broken-${i}`, phase: 'Failed' }),
        ),
      ),
    );

    const { groups } = attentionResponseSchema.parse(
      (await get(`${path}?limit=3`)).body,
    );

    expect(groups[0]?.total).toBe(40);
    expect(groups[0]?.items).toHaveLength(3);
  });

  it('shows each kind of thing to those who may read it', async () => {
    const problem = {
      platform: 'dev',
      code: 'odd',
      message: 'Odd.',
      kind: 'Redis',
    };
    const start = async (
      decisions: Parameters<typeof startKratixBackend>[0],
    ) => {
      const started = await startKratixBackend(decisions);
      started.kratix.setHealth({ state: 'unreachable', watches: [] });
      started.kratix.change('dev', {
        ...platformOf(
          aRequest({ name: 'mine', phase: 'Failed' }),
          aRequest({ name: 'theirs', namespace: 'team-b', phase: 'Failed' }),
        ),
        promises: synced([
          aPromise('redis'),
          aPromise('kafka', { status: unavailable }),
        ]),
        problems: [
          { ...problem, namespace: 'team-a', name: 'my-garbled' },
          { ...problem, namespace: 'team-b', name: 'their-garbled' },
          { ...problem, kind: 'Promise', name: 'odd-promise' },
        ],
      });
      return started.get(path);
    };

    const mine = await start({
      decisions: {
        [kratixRequestReadPermission.name]: teamAOnly,
        rest: deny,
      },
    });
    const promises = await start({
      decisions: { [kratixPromiseReadPermission.name]: allow, rest: deny },
    });
    const platforms = await start({
      decisions: { [kratixPlatformReadPermission.name]: allow, rest: deny },
    });
    const nothing = await start({ decisions: { rest: deny } });

    expect(toLines(mine.body)).toEqual([
      'failed 1 mine',
      'notUnderstood 1 my-garbled',
    ]);
    expect(toLines(promises.body)).toEqual(['unavailable 1 kafka']);
    expect(toLines(platforms.body)).toEqual([
      'platform 1 Development',
      'notUnderstood 1 odd-promise',
    ]);
    expect(nothing.status).toBe(403);
  });

  describe('requests that the catalog does not show as meant', () => {
    const mistyped = {
      annotations: { 'kratix-portal.io/owner': 'x y' },
    };
    const some = platformOf(
      aRequest({ name: 'fine' }),
      aRequest({ name: 'mine', ...mistyped }),
      aRequest({ name: 'theirs', namespace: 'team-b', ...mistyped }),
      aRequest({
        name: 'left-out',
        ...mistyped,
        labels: { 'kratix.io/backstage': 'false' },
      }),
    );
    const problemOf = (namespace: string, name: string) => ({
      code: 'unusable-annotation',
      message:
        'Annotation kratix-portal.io/owner is not used: it is not what the catalog takes.',
      wording: {
        key: 'problem.unusableAnnotation',
        params: {
          annotation: 'kratix-portal.io/owner',
          reason: { key: 'annotation.notTaken' },
        },
      },
      path: 'metadata.annotations[kratix-portal.io/owner]',
      kind: 'Redis',
      namespace,
      name,
      entityRef: `resource:dev/redis.${namespace}.${name}`,
    });

    it('are named with their page, to those who may read them', async () => {
      const { kratix, get } = await startKratixBackend({
        decisions: {
          [kratixRequestReadPermission.name]: teamAOnly,
          rest: allow,
        },
      });
      kratix.change('dev', some);

      expect((await get(path)).body.groups).toEqual([
        {
          reason: 'notAsMeant',
          total: 1,
          items: [
            {
              type: 'object',
              platform: 'dev',
              platformTitle: 'Development',
              problem: problemOf('team-a', 'mine'),
            },
          ],
        },
      ]);
      expect(
        (await get(kratixPaths.platforms())).body.platforms[0].problems,
      ).toEqual([]);
    });

    it('stand among the problems of the platform, and on their own page', async () => {
      const { kratix, get } = await startKratixBackend();
      kratix.change('dev', some);

      const { body } = await get(kratixPaths.platforms());
      const mine = await get(
        kratixPaths.request({
          platform: 'dev',
          promise: 'redis',
          namespace: 'team-a',
          name: 'mine',
        }),
      );

      expect(body.platforms[0].problems).toEqual([
        problemOf('team-a', 'mine'),
        problemOf('team-b', 'theirs'),
      ]);
      const {
        code,
        message,
        wording,
        path: where,
      } = problemOf('team-a', 'mine');
      expect(mine.body.problems).toEqual([
        { code, message, wording, path: where },
      ]);
    });
  });
});

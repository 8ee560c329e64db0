import {
  kratixPaths,
  kratixRequestReadPermission,
  offersResponseSchema,
  parsePromiseRevision,
  parseWork,
  promiseAboutResponseSchema,
  requestListPath,
  requestListResponseSchema,
  requestPartsResponseSchema,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { synced } from '../__testUtils__/redis';
import { aPromise, aRequest } from '../__testUtils__/manyRequests';
import {
  allow,
  deny,
  startKratixBackend,
} from '../__testUtils__/startKratixBackend';
import {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
} from '../index';

const read = kratixRequestReadPermission.name;
const teamAOnly = createKratixRequestConditionalDecision(
  kratixRequestReadPermission,
  kratixRequestConditions.inNamespace({ namespaces: ['team-a'] }),
);
const unreachable = {
  reason: 'unreachable' as const,
  message: 'connect ECONNREFUSED',
  since: '2026-08-20T10:01:00Z',
};

const shop = aRequest({ promise: 'appstack', name: 'shop' });
const partOfShop = {
  'kratix.io/component-of-promise-name': 'appstack',
  'kratix.io/component-of-resource-name': 'shop',
  'kratix.io/component-of-resource-namespace': 'team-a',
};
const requests = [
  aRequest({ name: 'cache', labels: partOfShop, version: 'v0.1.0' }),
  aRequest({ name: 'sessions', phase: 'Failed', version: 'v0.2.0' }),
  aRequest({
    name: 'ledger',
    namespace: 'team-b',
    phase: 'Running',
    labels: partOfShop,
    annotations: { 'kratix-portal.io/owner': 'group:default/payments' },
  }),
  aRequest({ name: 'preview', labels: { 'kratix.io/dry-run': 'true' } }),
];

function platformOf(
  ...redis: readonly ResourceRequest[]
): Partial<PlatformSnapshot> {
  return {
    promises: synced([aPromise('redis'), aPromise('appstack')]),
    requests: new Map([
      ['redis', synced(redis)],
      ['appstack', synced([shop])],
    ]),
    namespaces: synced([]),
    bindings: synced([]),
    revisions: synced([]),
  };
}

const names = (items: { ref: { name: string } }[]) =>
  items.map(({ ref }) => ref.name);

describe('GET /requests', () => {
  it('lists what the person may read, trouble first, without previews', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', platformOf(...requests));

    const { status, body } = await get(requestListPath());

    const list = requestListResponseSchema.parse(body);
    expect(status).toBe(200);
    expect(names(list.items)).toEqual(['sessions', 'ledger', 'cache', 'shop']);
    expect(list).toMatchObject({
      total: 4,
      phases: { Failed: 1, Running: 1, Ready: 2 },
      gaps: [],
    });
    expect(list.items[1]).toMatchObject({
      entityRef: 'resource:dev/redis.team-b.ledger',
      title: 'ledger',
      promiseTitle: 'Redis',
      platformTitle: 'Development',
      owner: 'group:default/payments',
      isStale: false,
    });
  });

  it('asks the permission framework once, however many rows it judges, and counts only those', async () => {
    const { kratix, get, asked } = await startKratixBackend({
      decisions: { [read]: teamAOnly, rest: allow },
    });
    kratix.change('dev', platformOf(...requests));
    asked.times = 0;

    const { body } = await get(requestListPath());

    expect(asked.times).toBe(1);
    expect(names(body.items)).toEqual(['sessions', 'cache', 'shop']);
    expect(body.phases).toEqual({ Failed: 1, Ready: 2 });
    expect(JSON.stringify(body)).not.toContain('ledger');
    expect(JSON.stringify(body)).not.toContain('payments');
  });

  it('is refused to those who may read no request', async () => {
    const { kratix, get } = await startKratixBackend({
      decisions: { [read]: deny, rest: allow },
    });
    kratix.change('dev', platformOf(...requests));

    expect((await get(requestListPath())).status).toBe(403);
  });

  it.each([
    [{ phase: ['Failed'] as const }, ['sessions']],
    [{ phase: ['Failed', 'Running'] as const }, ['sessions', 'ledger']],
    [{ promise: ['appstack'] }, ['shop']],
    [{ namespace: ['team-b'] }, ['ledger']],
    [{ owner: ['group:default/payments'] }, ['ledger']],
    [{ version: ['v0.1.0'] }, ['cache']],
    [{ platform: ['nowhere'] }, []],
    [{ text: 'SESS' }, ['sessions']],
    [{ text: 'redis team-b' }, ['ledger']],
    [{ text: 'redis nothing' }, []],
    [
      { sort: 'name', order: 'desc' } as const,
      ['shop', 'sessions', 'ledger', 'cache'],
    ],
    [{ sort: 'name', limit: 2 } as const, ['cache', 'ledger']],
    [{ sort: 'name', limit: 2, offset: 2 } as const, ['sessions', 'shop']],
  ])('answers %j with %j', async (query, expected) => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', platformOf(...requests));

    const { body } = await get(
      requestListPath(query as Parameters<typeof requestListPath>[0]),
    );

    expect(names(requestListResponseSchema.parse(body).items)).toEqual(
      expected,
    );
  });

  it('counts the phases of what the other filters let pass', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', platformOf(...requests));

    const { body } = await get(
      requestListPath({ promise: ['redis'], phase: ['Failed'] }),
    );

    expect(body.phases).toEqual({ Failed: 1, Running: 1, Ready: 1 });
    expect(body.choices.namespace).toEqual([
      { value: 'team-a', count: 2 },
      { value: 'team-b', count: 1 },
    ]);
  });

  it.each(['limit=0', 'limit=101', 'offset=-1', 'phase=Odd', 'sort=__proto__'])(
    'refuses %s',
    async query => {
      const { get } = await startKratixBackend();

      expect((await get(`/requests?${query}`)).status).toBe(400);
    },
  );

  it('says what is not known, which is not nothing', async () => {
    const { kratix, get } = await startKratixBackend({
      platforms: ['dev', 'prod'],
    });
    kratix.change('dev', {
      ...platformOf(...requests),
      requests: new Map([
        ['redis', synced(requests, unreachable)],
        ['appstack', { state: 'unknown' }],
      ]),
    });

    const list = requestListResponseSchema.parse(
      (await get(requestListPath())).body,
    );

    expect(list.gaps).toMatchObject([
      { platform: 'dev', promise: 'redis', state: 'stale' },
      { platform: 'dev', promise: 'appstack', state: 'unknown' },
      { platform: 'prod', state: 'unknown' },
    ]);
    expect(list.items.every(({ isStale }) => isStale)).toBe(true);
  });

  it('says "nowhere to go" where the page of the request says it', async () => {
    const { kratix, get } = await startKratixBackend();
    const work = parseWork(unscheduledWork);
    if (!work.ok) {
      throw new Error(work.problem.message);
    }
    kratix.setDelivery(() => ({
      works: [work.value],
      workPlacements: [],
      isComplete: true,
    }));
    kratix.change(
      'dev',
      platformOf(aRequest({ name: 'lost', phase: 'Scheduling' })),
    );

    const { body } = await get(requestListPath({ phase: ['Unschedulable'] }));

    expect(names(body.items)).toEqual(['lost']);
  });

  it('links to nothing that the catalog leaves out', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change(
      'dev',
      platformOf(
        aRequest({ name: 'part', labels: { 'kratix.io/backstage': 'false' } }),
      ),
    );

    const { body } = await get(requestListPath({ promise: ['redis'] }));

    expect(body.items[0]).not.toHaveProperty('entityRef');
  });
});

describe('GET /promises', () => {
  it('says what can be ordered, and counts the requests that the person may read', async () => {
    const { kratix, get } = await startKratixBackend({
      decisions: { [read]: teamAOnly, rest: allow },
    });
    kratix.change('dev', platformOf(...requests));

    const { offers } = offersResponseSchema.parse(
      (await get(kratixPaths.promises())).body,
    );

    expect(offers).toMatchObject([
      { title: 'Appstack', phases: { Ready: 1 } },
      {
        title: 'Redis',
        description: 'A redis of your own.',
        entityRef: 'component:dev/redis',
        templateRef: 'template:dev/redis',
        availability: 'available',
        phases: { Failed: 1, Ready: 1 },
      },
    ]);
  });

  it('counts nothing for those who may read no request', async () => {
    const { kratix, get } = await startKratixBackend({
      decisions: { [read]: deny, rest: allow },
    });
    kratix.change('dev', platformOf(...requests));

    const { body } = await get(kratixPaths.promises());

    expect(body.offers).toHaveLength(2);
    expect(body.offers[0]).not.toHaveProperty('phases');
  });
});

describe('GET /promises/:platform/:promise/about', () => {
  const path = kratixPaths.promiseAbout({ platform: 'dev', promise: 'redis' });
  const revision = (version: string, latest: boolean) => {
    const parsed = parsePromiseRevision({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'PromiseRevision',
      metadata: {
        name: `redis-${version}`,
        uid: version,
        resourceVersion: '1',
      },
      spec: { promiseRef: { name: 'redis' }, version },
      status: { latest },
    });
    if (!parsed.ok) {
      throw new Error(parsed.problem.message);
    }
    return parsed.value;
  };

  it('says what it asks for, its revisions, and who needs whom', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', {
      ...platformOf(...requests),
      promises: synced([
        aPromise('redis', { requires: ['vault'] }),
        aPromise('appstack', { requires: ['redis'] }),
      ]),
      revisions: synced([revision('v0.1.0', false), revision('v0.2.0', true)]),
    });

    const about = promiseAboutResponseSchema.parse((await get(path)).body);

    expect(about.fields).toEqual([
      { name: 'size', title: 'Size', type: 'string', isRequired: true },
    ]);
    expect(about.revisions).toEqual([
      { version: 'v0.2.0', isLatest: true, requests: 1 },
      { version: 'v0.1.0', isLatest: false, requests: 1 },
    ]);
    expect(about.requires).toEqual([
      { name: 'vault', title: 'vault', version: 'v1' },
    ]);
    expect(about.requiredBy).toEqual([
      {
        name: 'appstack',
        title: 'Appstack',
        version: 'v0.2.0',
        entityRef: 'component:dev/appstack',
      },
    ]);
  });

  it('has no revisions, rather than none, where they are not known', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', {
      ...platformOf(...requests),
      revisions: { state: 'unknown' },
    });

    expect((await get(path)).body).not.toHaveProperty('revisions');
  });

  it('tells a Promise that is not there from one that is not known', async () => {
    const { kratix, get } = await startKratixBackend();

    expect((await get(path)).status).toBe(503);
    kratix.change('dev', { promises: synced([]) });
    expect((await get(path)).status).toBe(404);
  });
});

describe('GET /requests/…/parts', () => {
  const path = kratixPaths.requestParts({
    platform: 'dev',
    promise: 'appstack',
    namespace: 'team-a',
    name: 'shop',
  });

  it('lists the parts of a compound, and of what a part is one', async () => {
    const { kratix, get } = await startKratixBackend();
    kratix.change('dev', platformOf(...requests));

    const whole = requestPartsResponseSchema.parse((await get(path)).body);
    const part = requestPartsResponseSchema.parse(
      (
        await get(
          kratixPaths.requestParts({
            platform: 'dev',
            promise: 'redis',
            namespace: 'team-a',
            name: 'cache',
          }),
        )
      ).body,
    );

    expect(whole.parents).toEqual([]);
    expect(names(whole.parts.map(({ request }) => request))).toEqual([
      'cache',
      'ledger',
    ]);
    expect(names(part.parents)).toEqual(['shop']);
    expect(part.parts).toEqual([]);
  });

  it('says nothing of parts that the person may not read', async () => {
    const { kratix, get } = await startKratixBackend({
      decisions: { [read]: teamAOnly, rest: allow },
    });
    kratix.change('dev', platformOf(...requests));

    const { text } = await get(path);

    expect(text).toContain('cache');
    expect(text).not.toContain('ledger');
  });

  it('refuses what the page of the request refuses', async () => {
    const { kratix, get } = await startKratixBackend({
      decisions: {
        [read]: createKratixRequestConditionalDecision(
          kratixRequestReadPermission,
          kratixRequestConditions.ofPromise({ promises: ['redis'] }),
        ),
        rest: allow,
      },
    });
    kratix.change('dev', platformOf(...requests));

    expect((await get(path)).status).toBe(403);
  });

  it('ends where parts name each other in a ring', async () => {
    const { kratix, get } = await startKratixBackend();
    const partOf = (name: string) => ({
      'kratix.io/parent-promise-name': 'redis',
      'kratix.io/parent-resource-name': name,
    });
    kratix.change(
      'dev',
      platformOf(
        aRequest({ name: 'a', labels: { ...partOfShop, ...partOf('b') } }),
        aRequest({ name: 'b', labels: partOf('a') }),
      ),
    );

    const { body } = await get(path);

    expect(
      requestPartsResponseSchema
        .parse(body)
        .parts.map(({ request, depth }) => [depth, request.ref.name]),
    ).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });
});

const unscheduledWork = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Work',
  metadata: {
    name: 'redis-lost',
    namespace: 'team-a',
    uid: 'w1',
    resourceVersion: '1',
  },
  spec: { promiseName: 'redis', resourceName: 'lost' },
  status: {
    conditions: [
      {
        type: 'ScheduleSucceeded',
        status: 'False',
        reason: 'UnscheduledWorkloads',
        message: 'No matching destination found',
      },
    ],
  },
};

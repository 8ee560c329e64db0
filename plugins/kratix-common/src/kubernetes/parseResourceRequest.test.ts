import { asRequest } from '../__fixtures__/parsed';
import { readyRequest, requestWith } from '../__fixtures__/redisRequest';
import { parseResourceRequest } from './parseResourceRequest';

const origin = {
  promiseName: 'redis',
  api: {
    group: 'marketplace.kratix.io',
    version: 'v1alpha1',
    kind: 'Redis',
    plural: 'redis',
  },
};

describe('parseResourceRequest', () => {
  it('reads a request that succeeded', () => {
    const parsed = parseResourceRequest(readyRequest(), origin);

    expect(parsed).toEqual({
      ok: true,
      problems: [],
      value: {
        name: 'cache',
        namespace: 'team-a',
        uid: '0d5f3d0e-8c3c-4a34-a0a4-6f7a2f9a1c22',
        resourceVersion: '4812',
        createdAt: '2026-08-21T09:58:00Z',
        generation: 2,
        labels: { 'kratix.io/promise-name': 'redis' },
        annotations: {},
        promiseName: 'redis',
        group: 'marketplace.kratix.io',
        version: 'v1alpha1',
        kind: 'Redis',
        plural: 'redis',
        spec: { size: 'small' },
        status: {
          isReported: true,
          message: 'Resource requested',
          observedGeneration: 2,
          workflows: 1,
          workflowsSucceeded: 1,
          workflowsFailed: 0,
          promiseVersion: 'v0.2.0',
          resourceBindingVersion: 'latest',
          lastSuccessfulConfigureAt: '2026-08-21T10:00:00Z',
          pipelines: [
            {
              name: 'instance-configure',
              phase: 'Succeeded',
              lastTransitionTime: '2026-08-21T10:00:00Z',
            },
          ],
          conditions: [
            expect.objectContaining({ type: 'ConfigureWorkflowCompleted' }),
            expect.objectContaining({ type: 'Reconciled' }),
            expect.objectContaining({ type: 'WorksSucceeded' }),
          ],
          health: {
            state: 'healthy',
            records: [
              {
                state: 'healthy',
                lastRunSeconds: 1787227200,
                name: 'cache-hr',
                namespace: 'default',
              },
            ],
          },
          outputs: { connectionDetails: { host: 'cache.team-a' } },
        },
      },
    });
  });

  it('reports nothing about a request without status', () => {
    const { status } = asRequest(requestWith({ generation: 1 }));

    expect(status).toEqual({ isReported: false, conditions: [], outputs: {} });
  });

  it('needs a namespace', () => {
    const json = requestWith({ generation: 1 });
    delete json.metadata.namespace;

    expect(parseResourceRequest(json, origin)).toMatchObject({
      ok: false,
      problem: { code: 'no-usable-namespace' },
    });
  });

  it('keeps the version in which the object came', () => {
    const json = requestWith({ generation: 1 });
    json.apiVersion = 'marketplace.kratix.io/v1';

    expect(asRequest(json).version).toBe('v1');
  });

  it('keeps a phase and a health state that it does not know as such', () => {
    const json = readyRequest();
    json.status.kratix.workflows.pipelines[0].phase = 'Meditating';
    json.status.healthStatus.state = 'splendid';

    const { status } = asRequest(json);

    expect(status.pipelines?.[0]?.phase).toBe('Other');
    expect(status.health?.state).toBe('other');
  });

  it('drops an output that is too large, and says which', () => {
    const json = readyRequest();
    json.status.dump = 'x'.repeat(50_000);

    const parsed = parseResourceRequest(json, origin);

    expect(parsed).toMatchObject({
      ok: true,
      value: { status: { outputs: { connectionDetails: {} } } },
      problems: [
        {
          code: 'output-too-large',
          message: expect.stringContaining('dump'),
        },
      ],
    });
    expect(asRequest(json).status.outputs).not.toHaveProperty('dump');
  });

  it('survives a status of nonsense', () => {
    const json = readyRequest();
    json.status = {
      workflows: 'many',
      observedGeneration: -1,
      kratix: 7,
      conditions: {},
      healthStatus: 'fine',
    };

    const parsed = parseResourceRequest(json, origin);

    expect(parsed).toMatchObject({
      ok: true,
      value: { status: { isReported: true, conditions: [] } },
    });
    expect(parsed.ok && parsed.problems.map(({ path }) => path)).toEqual([
      'status.observedGeneration',
      'status.workflows',
      'status.conditions',
      'status.healthStatus',
    ]);
  });

  it('has few problems, however much of it is malformed', () => {
    const json = readyRequest();
    const junk = Array.from({ length: 10_000 }, (_, n) => [`key-${n}`, n]);
    json.metadata.labels = Object.fromEntries(junk);
    json.metadata.annotations = Object.fromEntries(junk);
    json.status.conditions = junk;
    json.status.kratix.workflows.pipelines = junk;
    json.status.healthStatus = { state: 'ready', healthRecords: junk };

    const parsed = parseResourceRequest(json, origin);

    expect(parsed.ok && parsed.problems.map(({ code }) => code)).toEqual([
      'ignored-entries',
      'ignored-entries',
      ...Array(3).fill(['too-many-entries', 'unreadable-field']).flat(),
    ]);
    expect(parsed).toMatchObject({
      problems: [
        {
          message: expect.stringMatching(/^metadata.labels has 10000 entries/),
        },
        ...Array(7).fill({}),
      ],
    });
  });

  it('drops a spec that is nested without end', () => {
    const json = requestWith({ generation: 1 });
    let deep: Record<string, unknown> = {};
    for (let n = 0; n < 5_000; n += 1) {
      deep = { deep };
    }
    json.spec = deep;

    expect(parseResourceRequest(json, origin)).toMatchObject({
      ok: true,
      value: { spec: {} },
      problems: [{ code: 'spec-too-large' }],
    });
  });
});

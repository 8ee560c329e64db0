import { mockServices } from '@backstage/backend-test-utils';
import {
  kratixLabels,
  parseResourceRequest,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { WaitObserver, type WhenSuspended } from './WaitObserver';

const ref = {
  ...{ platform: 'dev', promise: 'redis' },
  ...{ namespace: 'team-a', name: 'cache' },
};

/** A platform with this one request, as Kratix reports it. */
function snapshotOf(
  labels: Readonly<Record<string, string>>,
  status: object = { conditions: [] },
): PlatformSnapshot {
  const parsed = parseResourceRequest(
    {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: {
        ...{ namespace: 'team-a', name: 'cache', uid: 'one' },
        ...{ resourceVersion: '1', generation: 1, labels },
      },
      spec: {},
      status,
    },
    {
      promiseName: 'redis',
      api: {
        kind: 'Redis',
        plural: 'redises',
        group: 'example.com',
        version: 'v1',
      },
    },
  );
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  const unknown = { state: 'unknown' } as const;
  const confirmedAt = '2026-08-20T10:00:00Z';
  return {
    platform: 'dev',
    promises: { state: 'synced', items: [], confirmedAt },
    requests: new Map([
      ['redis', { state: 'synced', items: [parsed.value], confirmedAt }],
    ]),
    ...{ bindings: unknown, revisions: unknown, destinations: unknown },
    ...{ gitStateStores: unknown, bucketStateStores: unknown },
    ...{ namespaces: unknown, problems: [] },
  };
}

const suspended = snapshotOf({ [kratixLabels.workflowSuspended]: 'true' });
const condition = (type: string, reason: string) => ({
  ...{ type, reason, status: 'True', message: reason },
  lastTransitionTime: '2026-08-20T10:00:00Z',
});
const ready = snapshotOf(
  {},
  {
    ...{ observedGeneration: 1, workflows: 1 },
    ...{ workflowsSucceeded: 1, workflowsFailed: 0 },
    conditions: [
      condition('ConfigureWorkflowCompleted', 'PipelinesExecutedSuccessfully'),
      condition('WorksSucceeded', 'WorksSucceeded'),
      condition('Reconciled', 'Reconciled'),
    ],
  },
);

function observe(whenSuspended?: WhenSuspended) {
  const logger = mockServices.logger.mock();
  return { observer: new WaitObserver(ref, logger, whenSuspended), logger };
}

describe('WaitObserver, when somebody has to do something first', () => {
  it.each([undefined, 'end'] as const)('ends well: %s', whenSuspended => {
    expect(observe(whenSuspended).observer.look(suspended)).toBe('Suspended');
  });

  it('goes on waiting, says so once, and ends when it is ready', () => {
    const { observer, logger } = observe('wait');

    expect(observer.look(suspended)).toBeUndefined();
    const told = logger.info.mock.calls.length;
    expect(observer.look(suspended)).toBeUndefined();

    expect(told).toBeGreaterThan(0);
    expect(logger.info).toHaveBeenCalledTimes(told);
    expect(observer.look(ready)).toBe('Ready');
  });

  it('fails, with what it last said', () => {
    const { observer } = observe('fail');

    expect(() => observer.look(suspended)).toThrow(/suspend|approv|wait/i);
    expect(observer.lastWord).not.toBe('Nothing was heard of it.');
  });
});

/**
 * Jobs and Pods as Kratix main of August 2026 makes them (kratix-domain 3.1, 3.2; whole ones are in the
 * recordings of packages/contract), with the fields that runs are told from.
 */
export function aJob(
  pipeline: string,
  at: string,
  options: {
    action?: 'configure' | 'delete';
    hash?: string;
    end?: 'Complete' | 'Failed';
    endedAt?: string;
    suspend?: boolean;
  } = {},
) {
  const { action = 'configure', hash = 'a', end, endedAt = at } = options;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: nameOf(pipeline, at),
      namespace: 'team-a',
      uid: `uid-${nameOf(pipeline, at)}`,
      creationTimestamp: at,
      labels: {
        'app.kubernetes.io/managed-by': 'Kratix',
        'kratix.io/promise-name': 'redis',
        'kratix.io/resource-name': 'cache',
        'kratix.io/workflow-type': 'resource',
        'kratix.io/workflow-action': action,
        'kratix.io/pipeline-name': pipeline,
        'kratix.io/hash': hash,
      },
    },
    spec: {
      suspend: options.suspend ?? false,
      template: {
        spec: {
          initContainers: [
            { name: 'reader', image: 'kratix:v1' },
            { name: `${pipeline}-it`, image: `${pipeline}:v1` },
            ...(action === 'configure' ? [{ name: 'work-writer' }] : []),
          ],
          containers: [{ name: 'status-writer', image: 'kratix:v1' }],
        },
      },
    },
    status: {
      startTime: at,
      ...(end === 'Complete' && { completionTime: endedAt }),
      conditions: end
        ? [
            { type: end, status: 'True', lastTransitionTime: endedAt },
            {
              type: end === 'Failed' ? 'FailureTarget' : 'SuccessCriteriaMet',
              status: 'True',
              lastTransitionTime: endedAt,
            },
          ]
        : [],
    },
  };
}

/** The Pod of that Job; the states are those of its containers in order, the others have not started. */
export function aPod(
  pipeline: string,
  at: string,
  states: readonly object[],
  more: { name?: string; status?: object; metadata?: object } = {},
) {
  const names = ['reader', `${pipeline}-it`, 'work-writer', 'status-writer'];
  const statuses = names.map((name, index) => ({
    name,
    restartCount: 0,
    lastState: {},
    state: { waiting: { reason: 'PodInitializing' } },
    ...states[index],
  }));
  const job = nameOf(pipeline, at);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: more.name ?? `${job}-x`,
      namespace: 'team-a',
      uid: `uid-${more.name ?? job}-x`,
      creationTimestamp: at,
      labels: { 'batch.kubernetes.io/job-name': job },
      ...more.metadata,
    },
    spec: {
      initContainers: names.slice(0, 3).map(name => ({ name })),
      containers: [{ name: 'status-writer' }],
    },
    status: {
      phase: 'Pending',
      startTime: at,
      initContainerStatuses: statuses.slice(0, 3),
      containerStatuses: statuses.slice(3),
      ...more.status,
    },
  };
}

export const ended = (exitCode: number, at: string, reason?: string) => ({
  state: {
    terminated: {
      exitCode,
      reason: reason ?? (exitCode === 0 ? 'Completed' : 'Error'),
      startedAt: at,
      finishedAt: at,
    },
  },
});

export const running = (at: string) => ({
  state: { running: { startedAt: at } },
});

function nameOf(pipeline: string, at: string): string {
  return `kratix-redis-cache-${pipeline}-${at.replace(/\D/g, '').slice(4, 14)}`;
}

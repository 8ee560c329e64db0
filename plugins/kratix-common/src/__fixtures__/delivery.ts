import type { Json } from './json';
import { condition } from './redisRequest';

const workName = 'redis-cache-instance-configure-1f3a9';

/** A Work of the request `cache` (kratix-domain, appendix C). */
export function cacheWork(
  conditions: Record<string, string>[] = [
    condition('ScheduleSucceeded', 'True', 'AllWorkplacementsScheduled'),
    condition('Ready', 'True', 'AllWorkplacementsScheduled', 'Ready'),
  ],
): Json {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Work',
    metadata: {
      name: workName,
      namespace: 'team-a',
      labels: {
        'kratix.io/promise-name': 'redis',
        'kratix.io/resource-name': 'cache',
        'kratix.io/pipeline-name': 'instance-configure',
        'kratix.io/work-type': 'resource',
      },
    },
    spec: {
      promiseName: 'redis',
      resourceName: 'cache',
      workloadGroups: [
        {
          directory: '.',
          id: '5058f1af8388633f609cadb75a75dc9d',
          destinationSelectors: [
            { matchLabels: { environment: 'dev' }, source: 'promise' },
          ],
          workloads: [{ filepath: 'redis.yaml', content: 'H4sIAAAAAAAA' }],
        },
      ],
    },
    status: { conditions },
  };
}

/** Where that Work went (appendix C). */
export function cachePlacement(
  conditions: Record<string, string>[] = [
    condition('ScheduleSucceeded', 'True', 'ScheduledToDestination'),
    condition('WriteSucceeded', 'True', 'WorkloadsWrittenToStateStore'),
  ],
): Json {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'WorkPlacement',
    metadata: {
      name: `${workName}.worker-1-5058f`,
      namespace: 'team-a',
      labels: {
        'kratix.io/work': workName,
        'kratix.io/workload-group-id': '5058f1af8388633f609cadb75a75dc9d',
      },
    },
    spec: {
      targetDestinationName: 'worker-1',
      id: '5058f1af8388633f609cadb75a75dc9d',
      workloads: [{ filepath: 'redis.yaml', content: 'H4sI' }],
    },
    status: { versionID: '3c1f0e', conditions },
  };
}

/** The Destination (appendix C). */
export function workerDestination(): Json {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name: 'worker-1', labels: { environment: 'dev' } },
    spec: {
      path: 'worker-1',
      stateStoreRef: { kind: 'GitStateStore', name: 'default' },
      strictMatchLabels: false,
    },
    status: {
      conditions: [condition('Ready', 'True', 'TestDocumentsWritten')],
    },
  };
}

/** The binding of the request `cache` (kratix-domain 6). */
export function cacheBinding(
  spec: { version: string } = { version: 'latest' },
  status: Record<string, unknown> = { lastAppliedVersion: 'v0.2.0' },
): Json {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'ResourceBinding',
    metadata: {
      name: 'cache-redis-a1b2c',
      namespace: 'team-a',
      labels: {
        'kratix.io/promise-name': 'redis',
        'kratix.io/resource-name': 'cache',
      },
    },
    spec: {
      ...spec,
      promiseRef: { name: 'redis' },
      resourceRef: { name: 'cache', namespace: 'team-a' },
    },
    status,
  };
}

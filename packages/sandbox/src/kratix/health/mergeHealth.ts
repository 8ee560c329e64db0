import type { KubeObject } from '../../apiserver/cluster';
import type { Json } from '../json/read';
import { at, textOf } from '../json/read';

const worstFirst = ['unhealthy', 'degraded', 'unknown', 'healthy', 'ready'];

/** `status.healthStatus` of a request from HealthRecords (healthrecord_controller.go). @internal */
export function mergeHealth(records: readonly KubeObject[]): Json {
  const states = records.map(
    record => textOf(at(record.data, 'state')) ?? 'unknown',
  );
  return {
    state: worstFirst.find(state => states.includes(state)) ?? 'ready',
    // Of none, Go writes null.
    healthRecords:
      records.length === 0
        ? null
        : records.map(record => ({
            state: textOf(at(record.data, 'state')) ?? 'unknown',
            lastRun: at(record.data, 'lastRun') ?? 0,
            source: {
              name: record.metadata.name,
              namespace: record.metadata.namespace,
            },
            ...(at(record.data, 'details') !== undefined && {
              details: at(record.data, 'details'),
            }),
          })),
  };
}

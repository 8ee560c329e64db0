import type { KubeObject } from '../cluster';

/**
 * One event, two views: `v1` and `events.k8s.io/v1` name the same fields differently.
 * Source: kubernetes/pkg/apis/events/v1/conversion.go.
 * @internal
 */
export const eventConversion = {
  fromStored(event: KubeObject): KubeObject {
    const {
      involvedObject,
      message,
      source,
      firstTimestamp,
      lastTimestamp,
      count,
      reportingComponent,
      reportingInstance,
      ...rest
    } = event;
    return defined({
      ...rest,
      apiVersion: 'events.k8s.io/v1',
      regarding: involvedObject,
      note: message,
      deprecatedSource: source,
      deprecatedFirstTimestamp: firstTimestamp,
      deprecatedLastTimestamp: lastTimestamp,
      deprecatedCount: count,
      // This version leaves out what is empty.
      reportingController: reportingComponent || undefined,
      reportingInstance: reportingInstance || undefined,
    });
  },
  toStored(event: KubeObject): KubeObject {
    const {
      regarding,
      note,
      deprecatedSource,
      deprecatedFirstTimestamp,
      deprecatedLastTimestamp,
      deprecatedCount,
      reportingController,
      ...rest
    } = event;
    return defined({
      ...rest,
      apiVersion: 'v1',
      involvedObject: regarding ?? {},
      message: note,
      source: deprecatedSource,
      firstTimestamp: deprecatedFirstTimestamp,
      lastTimestamp: deprecatedLastTimestamp,
      count: deprecatedCount,
      reportingComponent: reportingController,
    });
  },
};

function defined(object: Record<string, unknown>): KubeObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as KubeObject;
}

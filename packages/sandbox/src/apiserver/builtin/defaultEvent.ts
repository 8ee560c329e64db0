import type { KubeObject } from '../cluster';

/**
 * An event says what it does not know: Go writes these out even when empty.
 * Source: `Event` of k8s.io/api/core/v1/types.go.
 * @internal
 */
export function defaultEvent(event: KubeObject): void {
  event.source ??= {};
  event.firstTimestamp ??= null;
  event.lastTimestamp ??= null;
  event.eventTime ??= null;
  event.reportingComponent ??= '';
  event.reportingInstance ??= '';
}

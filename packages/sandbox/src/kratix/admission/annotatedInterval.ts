import type { KubeObject } from '../../apiserver/cluster';
import { formatGoDuration, parseGoDuration } from '../text/goDuration';
import { annotations } from '../vocabulary/labels';

/** `MinReconciliationInterval` (api/v1alpha1/const.go). @internal */
export const shortestInterval = { ms: 60_000, text: formatGoDuration(60_000) };

/**
 * What is wrong with the annotation that says how often to look again; one that was there before may stay
 * (`validateReconciliationIntervalAnnotation`).
 * @internal
 */
export function annotatedIntervalProblem(
  object: KubeObject,
  previous: KubeObject | undefined,
): string | undefined {
  const key = annotations.reconciliationInterval;
  const said = object.metadata.annotations?.[key];
  if (said === undefined || said === previous?.metadata.annotations?.[key]) {
    return undefined;
  }
  const ms = parseGoDuration(said);
  const place = `metadata.annotations[${key}]: Invalid value: ${JSON.stringify(
    said,
  )}`;
  if (ms === undefined) {
    return `${place}: must be a valid duration`;
  }
  return ms < shortestInterval.ms
    ? `${place}: must be at least ${shortestInterval.text}`
    : undefined;
}

import {
  promiseResponseSchema,
  type KratixPromise,
  type Platform,
  type PromiseResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PhaseCounts } from '../state/countPhases';
import type { Found } from '../state/lookUp';
import { toFreshness } from './toFreshness';

/**
 * Step 7 of 7: what the page of one Promise shows.
 * @internal
 */
export function toPromiseResponse(
  { value: promise, collection }: Found<KratixPromise>,
  platform: Platform,
  /** Of all its requests, for those who may read them. */
  phases: PhaseCounts | undefined,
): PromiseResponse {
  return promiseResponseSchema.parse({
    ref: { platform: platform.name, promise: promise.name },
    platformTitle: platform.title,
    isSandbox: platform.isSandbox,
    version: promise.version,
    releaseName: promise.releaseName,
    isPaused: promise.isPaused,
    availability: promise.availability,
    message: promise.message,
    api: promise.api,
    apiProblem: promise.apiProblem?.message,
    apiProblemWording: promise.apiProblem?.wording,
    requiredPromises: promise.requiredPromises,
    pipelines: promise.pipelines,
    conditions: promise.conditions,
    phases,
    freshness: toFreshness(collection),
  });
}

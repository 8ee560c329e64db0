import {
  authorAnnotations,
  derivePhase,
  requestResponseSchema,
  shownVersion,
  type PhaseContext,
  type Problem,
  type Platform,
  type RequestResponse,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

import type { Found } from '../state/lookUp';
import { toFreshness } from './toFreshness';

/**
 * Step 7 of 7: what the page of one request shows.
 * @internal
 */
export function toRequestResponse(
  { value: request, collection }: Found<ResourceRequest>,
  platform: Platform,
  context: PhaseContext & {
    /** What of it is not shown as meant. */
    readonly problems: readonly Problem[];
    /** Where in `spec` secrets stand. */
    readonly secretPaths: readonly string[];
    /** What its author calls the fields of `spec`. */
    readonly fieldTitles: Readonly<Record<string, string>>;
  },
): RequestResponse {
  const { status } = request;
  return requestResponseSchema.parse({
    ref: {
      platform: platform.name,
      promise: request.promiseName,
      namespace: request.namespace,
      name: request.name,
    },
    platformTitle: platform.title,
    isSandbox: platform.isSandbox,
    kind: request.kind,
    apiVersion: `${request.group}/${request.version}`,
    createdAt: request.createdAt,
    requestedBy: request.annotations[authorAnnotations.requestedBy],
    report: derivePhase(request, context),
    pipelines: status.pipelines,
    conditions: status.conditions,
    promiseVersion: shownVersion(status.promiseVersion),
    spec: request.spec,
    ...(context.secretPaths.length > 0 && { secretPaths: context.secretPaths }),
    ...(Object.keys(context.fieldTitles).length > 0 && {
      fieldTitles: context.fieldTitles,
    }),
    outputs: status.outputs,
    health: status.health,
    ...(context.problems.length > 0 && { problems: context.problems }),
    freshness: toFreshness(collection),
  });
}

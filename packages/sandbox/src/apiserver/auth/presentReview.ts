import { builtinSchema } from '../builtin/builtinSchema';
import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { JsonObject } from '../json/json';
import { trackUpdate } from '../managedfields/trackUpdate';
import { apiVersionOf } from '../registry/ResourceType';
import type { ReviewType } from './reviews';

/**
 * The answer to a review. It goes the way of every create, so that even its fields have an owner; the
 * reviews about oneself are answered with a new object instead.
 * Source: kubernetes/pkg/registry/{authorization,authentication}.
 * @internal
 */
export function presentReview(
  review: ReviewType,
  asked: JsonObject,
  status: unknown,
  facts: { now: string; fieldManager: string },
): JsonObject {
  const about = {
    kind: review.kind,
    apiVersion: apiVersionOf(review),
  };
  switch (review.kind) {
    case 'SelfSubjectRulesReview':
      return { ...about, metadata: {}, spec: {}, status };
    case 'SelfSubjectReview':
      return { ...about, metadata: { creationTimestamp: facts.now }, status };
    default: {
      const object = {
        ...about,
        metadata: {},
        spec: cloneJson(asked.spec),
      } as unknown as KubeObject;
      trackUpdate(undefined, object, {
        ...facts,
        apiVersion: about.apiVersion,
        schema: builtinSchema(review.group, review.version, review.kind),
      });
      return { ...object, status };
    }
  }
}

import {
  parsePromise,
  parseResourceBinding,
  parseResourceRequest,
  parseWork,
  parseWorkPlacement,
} from '../kubernetes';
import type { KratixPromise, Parsed, ResourceRequest } from '../model';
import { redisPromise } from './redisPromise';

/** The value of a result that must be one. */
export function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(`A fixture does not parse: ${parsed.problem.message}`);
  }
  return parsed.value;
}

export const asPromise = (json: unknown): KratixPromise =>
  valueOf(parsePromise(json));

export const asRequest = (json: unknown): ResourceRequest =>
  valueOf(parseResourceRequest(json, redisOrigin));

export const asBinding = (json: unknown) => valueOf(parseResourceBinding(json));

export const asWork = (json: unknown) => valueOf(parseWork(json));

export const asPlacement = (json: unknown) => valueOf(parseWorkPlacement(json));

/** A Promise whose CRD has this schema for `spec`. */
export function promiseWithSpecSchema(
  specSchema: Record<string, unknown>,
): KratixPromise {
  const json = redisPromise();
  json.spec.api.spec.versions[0].schema.openAPIV3Schema.properties.spec =
    specSchema;
  return asPromise(json);
}

const redisOrigin = {
  promiseName: 'redis',
  api: {
    group: 'marketplace.kratix.io',
    version: 'v1alpha1',
    kind: 'Redis',
    plural: 'redis',
  },
};

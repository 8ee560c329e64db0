import type { KubeObject } from '../cluster';
import type { JsonSchema } from '../schema/JsonSchema';

/** @internal */
export interface UpdateFacts {
  fieldManager: string;
  subresource?: string;
  apiVersion: string;
  now: string;
  schema?: JsonSchema;
}

/** Placeholder until ownership lands in this file. @internal */
export function trackUpdate(
  _previous: KubeObject | undefined,
  _next: KubeObject,
  _facts: UpdateFacts,
): void {}

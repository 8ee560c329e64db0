import type { KratixPromise, Parsed } from '../model';
import { kratixLabels } from '../names/keys';
import { parsePromise } from './parsePromise';
import { parsePromiseRevision } from './parsePromiseRevision';
import { childObject } from './reading/readField';

/**
 * Reads the Promise that a PromiseRevision keeps: `spec.promiseSpec` is a full copy of the Promise's spec
 * (kratix-domain 1.3). It has no status and no annotations of its own.
 * @public
 */
export function parseRevisionContent(json: unknown): Parsed<KratixPromise> {
  const parsed = parsePromiseRevision(json);
  if (!parsed.ok) {
    return parsed;
  }
  const { promiseName, version } = parsed.value;
  return parsePromise({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: promiseName,
      labels: { [kratixLabels.promiseVersion]: version },
    },
    spec: childObject(childObject(json, 'spec'), 'promiseSpec'),
  });
}

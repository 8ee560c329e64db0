import type { ZodType } from 'zod';
import { KubernetesError } from './failures/KubernetesError';
import { toBackstageError } from './failures/kubernetesFailures';

/**
 * An answer of an API server as it must be at least; else ServiceUnavailableError, for nothing of a cluster is
 * trusted, and nobody who asked made a mistake.
 *
 * @param what - what was asked for, in the plural of its kind or as a method and path
 * @internal
 */
export function readAnswer<T>(
  schema: ZodType<T>,
  json: unknown,
  what: string,
): T {
  const answer = schema.safeParse(json);
  if (!answer.success) {
    throw toBackstageError(
      new KubernetesError(
        'invalidResponse',
        `The API server's answer about ${what} is not what the Kubernetes API says`,
      ),
    );
  }
  return answer.data;
}

import { z } from 'zod';

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/**
 * What an API server answered to a SelfSubjectAccessReview (authorization.k8s.io/v1): whether something is
 * allowed. Undefined where the answer says nothing of the kind.
 * @public
 */
export function parseAccessReview(json: unknown): boolean | undefined {
  const parsed = reviewSchema.safeParse(json);
  return parsed.success ? parsed.data.status.allowed : undefined;
}

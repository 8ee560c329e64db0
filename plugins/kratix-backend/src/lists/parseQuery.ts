import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/**
 * A query as its contract has it; an InputError that names the parameter else.
 * @internal
 */
export function parseQuery<T>(schema: ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${issue?.path.join('.') || 'The query'}: ${
        issue?.message ?? 'not understood'
      }`,
    );
  }
  return parsed.data;
}

import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/**
 * The body or query of a request as its contract has it; else an InputError that names the first mistake.
 * @internal
 */
export function parseInput<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new InputError(
    `${issue?.path.join('.') || 'The request'}: ${
      issue?.message ?? 'not understood'
    }`,
  );
}

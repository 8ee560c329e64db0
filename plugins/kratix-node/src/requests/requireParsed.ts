import { InputError } from '@backstage/errors';
import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What was read of the cluster, or why it cannot be used.
 * @internal
 */
export function requireParsed<T>(parsed: Parsed<T>, subject: string): T {
  if (!parsed.ok) {
    throw new InputError(
      `${subject} cannot be understood: ${parsed.problem.message}`,
    );
  }
  return parsed.value;
}

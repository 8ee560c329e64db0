import { InputError } from '@backstage/errors';
import {
  refuse,
  tell,
  type Parsed,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Subject } from './Subject';

/**
 * What was read of the cluster, or why it cannot be used.
 * @internal
 */
export function requireParsed<T>(parsed: Parsed<T>, subject: Subject): T {
  if (!parsed.ok) {
    const { message, wording } = parsed.problem;
    throw refuse(
      InputError,
      tell('refusal.notUnderstood', { subject, problem: wording ?? message }),
    );
  }
  return parsed.value;
}

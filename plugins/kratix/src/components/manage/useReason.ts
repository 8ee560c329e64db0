import type { Operation } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay } from '../../translation';

/**
 * Why something cannot be done, in the language of the person; undefined where it can.
 * @internal
 */
export function useReason(
  operation: Pick<Operation, 'availability' | 'reason' | 'wording'> | undefined,
): string | undefined {
  const say = useSay();
  return operation?.availability === 'available'
    ? undefined
    : operation && say(operation.wording, operation.reason);
}

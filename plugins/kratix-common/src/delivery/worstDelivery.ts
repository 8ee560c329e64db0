import type { DeliveryCode, DeliveryReason } from '../contracts/delivery';

/** What needs somebody first. */
const severity: readonly DeliveryCode[] = [
  'writeFails',
  'noDestination',
  'storeNotReady',
  'destinationNotReady',
  'destinationGone',
  'selectorMismatch',
  'other',
  'placing',
  'matchFound',
  'notWrittenYet',
  'removing',
  'delivered',
];

/**
 * The one of several reasons that needs somebody most; undefined of none.
 * @public
 */
export function worstDelivery(
  reasons: readonly DeliveryReason[],
): DeliveryReason | undefined {
  return [...reasons].sort(
    (one, other) => severity.indexOf(one.code) - severity.indexOf(other.code),
  )[0];
}

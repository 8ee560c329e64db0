import type { DeliveryWork } from '../contracts/delivery';

/**
 * What brought a Work about, from its label `kratix.io/work-type`.
 * @internal
 */
export function toWorkType(workType: string | undefined): DeliveryWork['type'] {
  switch (workType) {
    case 'resource':
    case 'promise':
    case 'static-dependency':
      return workType;
    default:
      return 'other';
  }
}

/**
 * In the order in which they came about.
 * @internal
 */
export function compareWorks(one: DeliveryWork, other: DeliveryWork): number {
  const keyOf = (work: DeliveryWork) =>
    `${work.createdAt ?? ''} ${work.pipeline ?? ''} ${work.name}`;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

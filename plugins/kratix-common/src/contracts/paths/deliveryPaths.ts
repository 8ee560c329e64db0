import type { PromiseRef, RequestRef } from '../../model';
import type { DeliveryFileQuery } from '../delivery';
import { kratixPaths } from './paths';

/**
 * What has a delivery and events: a request, or a Promise with what it installs itself.
 * @public
 */
export type DeliverySubject = RequestRef | PromiseRef;

/**
 * Whether a subject is a request.
 * @public
 */
export function isRequestSubject(
  subject: DeliverySubject,
): subject is RequestRef {
  return 'name' in subject;
}

/**
 * Paths below `/api/kratix` about deliveries.
 * @public
 */
export const deliveryPaths = {
  destinations: (platform: string): string =>
    `/destinations/${encodeURIComponent(platform)}`,
  delivery: (subject: DeliverySubject): string => `${pathOf(subject)}/delivery`,
  file: (subject: DeliverySubject, query: DeliveryFileQuery): string =>
    `${pathOf(subject)}/delivery/file?${new URLSearchParams(
      Object.entries(query),
    )}`,
  events: (subject: DeliverySubject): string => `${pathOf(subject)}/events`,
} as const;

function pathOf(subject: DeliverySubject): string {
  return isRequestSubject(subject)
    ? kratixPaths.request(subject)
    : kratixPaths.promise(subject);
}

import {
  isRequestSubject,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ProblemSubject } from '../notices/describeProblem';

/**
 * A subject as problems name it.
 * @internal
 */
export function toProblemSubject(subject: DeliverySubject): ProblemSubject {
  const { platform } = subject;
  return isRequestSubject(subject)
    ? { kind: 'request', name: subject.name, platform }
    : { kind: 'promise', name: subject.promise, platform };
}

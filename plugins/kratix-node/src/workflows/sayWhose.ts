import {
  wordingOf,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WorkflowTarget } from '../service/WorkflowReader';

/**
 * Whose workflow it is, for the sentence of a refusal.
 * @internal
 */
export function sayWhose(target: WorkflowTarget): Wording {
  const { promise } = target;
  return target.type === 'request'
    ? wordingOf('refusal.workflowOfRequest', {
        request: `${target.namespace}/${target.name}`,
        promise,
      })
    : wordingOf('refusal.workflowOfPromise', { promise });
}

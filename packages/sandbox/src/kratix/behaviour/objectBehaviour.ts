import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { resources } from '../vocabulary/resources';
import type { Behaviour } from './behaviour';
import { parseBehaviour } from './parseBehaviour';

/** What is said about a Promise's workflow, with what a request of it says on top. @internal */
export function behaviourOf(
  { cluster }: Pick<KratixContext, 'cluster'>,
  promiseName: string,
  request?: KubeObject,
): Behaviour {
  const promise = cluster.get(resources.promises, { name: promiseName });
  return parseBehaviour({
    ...promise?.metadata.annotations,
    ...request?.metadata.annotations,
  }).behaviour;
}

/** One Warning event for each annotation of this object that the sandbox cannot read. @internal */
export function reportBehaviourProblems(
  { events }: Pick<KratixContext, 'events'>,
  object: KubeObject,
): void {
  const { problems } = parseBehaviour(object.metadata.annotations ?? {});
  for (const { key, message } of problems) {
    events.record(object, {
      controller: 'Sandbox',
      type: 'Warning',
      reason: 'SandboxBehaviourInvalid',
      note: `annotation ${key}: ${message}`,
    });
  }
}

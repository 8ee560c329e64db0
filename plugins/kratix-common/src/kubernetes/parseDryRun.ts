import { findCondition } from '../model/condition';
import type { ObjectIdentity, Parsed } from '../model';
import { openNamespaced } from './reading/openNamespaced';
import { childObject, nonEmptyWord, readField } from './reading/readField';
import { readConditions } from './reading/readConditions';

/**
 * A preview of what a request would deliver (kratix-domain 5).
 * @public
 */
export interface DryRun extends ObjectIdentity {
  readonly namespace: string;
  readonly promiseName: string;
  /** The live request that it is compared with. */
  readonly resourceName: string;
  readonly resourceNamespace: string;
  /** `running` until Kratix says otherwise; any end is final. */
  readonly state: 'running' | 'failed' | 'completed';
  readonly message?: string;
  /** Why parts of a finished preview are missing. */
  readonly incompleteMessage?: string;
}

/**
 * Step 2 of 7: reads a DryRun.
 * @public
 */
export function parseDryRun(json: unknown): Parsed<DryRun> {
  const opened = openNamespaced(json, {
    kind: 'DryRun',
    group: 'platform.kratix.io',
  });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
  const target = childObject(spec, 'resourceRequestRef');
  const read = (value: unknown, path: string) =>
    readField(nonEmptyWord, value, path, problems);
  const conditions = readConditions(status.conditions, problems);
  const completed = findCondition(conditions, 'Completed');
  const components = findCondition(conditions, 'ComponentsSucceeded');
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      promiseName:
        read(childObject(spec, 'promiseRef').name, 'spec.promiseRef.name') ??
        '',
      resourceName: read(target.name, 'spec.resourceRequestRef.name') ?? '',
      resourceNamespace:
        read(
          target.namespace || undefined,
          'spec.resourceRequestRef.namespace',
        ) ?? namespace,
      state: toState(completed?.status),
      ...(completed?.message && { message: completed.message }),
      ...(components?.status === 'False' && {
        incompleteMessage: components.message,
      }),
    },
  };
}

function toState(status: string | undefined): DryRun['state'] {
  if (status === undefined) {
    return 'running';
  }
  return status === 'True' ? 'completed' : 'failed';
}

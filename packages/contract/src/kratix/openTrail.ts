import { Watch, type KubeConfig } from '@kubernetes/client-node';
import type { Manifest } from './Manifest';
import { conditionsOf } from './Manifest';

/** What each field of a request was, one after the other. @internal */
export type Trail = Readonly<Record<string, readonly string[]>>;

/** @internal */
export interface OpenTrail {
  /** Everything up to now, without repetitions. */
  read(): Trail;
  close(): void;
}

const LABELS = [
  'kratix.io/workflow-suspended',
  'kratix.io/manual-reconciliation',
  'internal.workflows.kratix.io/run-from-start',
];

/**
 * Follows one object from now on, version by version. Fields are followed apart: which of two controllers
 * comes first is chance, what one field goes through is not.
 * @internal
 */
export async function openTrail(
  kubeConfig: KubeConfig,
  collection: string,
  name: string,
): Promise<OpenTrail> {
  const versions: Manifest[] = [];
  const controller = await new Watch(kubeConfig).watch(
    collection,
    { fieldSelector: `metadata.name=${name}` },
    (type: string, object: Manifest) => {
      if (type === 'ADDED' || type === 'MODIFIED') {
        versions.push(object);
      }
    },
    () => {},
  );
  return {
    read: () => toTrail(versions),
    close: () => controller.abort(),
  };
}

/** @internal */
export function toTrail(versions: readonly Manifest[]): Trail {
  const seen = versions.map(fieldsOf);
  const names = [
    ...new Set(seen.flatMap(fields => Object.keys(fields))),
  ].sort();
  return Object.fromEntries(
    names.map(name => [
      name,
      seen
        .map(fields => fields[name] ?? '-')
        .filter((value, index, all) => value !== all[index - 1]),
    ]),
  );
}

interface PipelineEntry {
  readonly name: string;
  readonly phase: string;
  readonly attempts?: number;
}

function fieldsOf(object: Manifest): Record<string, string> {
  const status = object.status ?? {};
  const kratix = status.kratix as
    | { workflows?: { pipelines?: PipelineEntry[] } }
    | undefined;
  const fields: Record<string, unknown> = {
    generation: object.metadata.generation,
    deleting: object.metadata.deletionTimestamp ? 'yes' : 'no',
    message: status.message,
    observedGeneration: status.observedGeneration,
    progress: `${status.workflowsSucceeded ?? '-'} of ${
      status.workflows ?? '-'
    }`,
    failed: status.workflowsFailed,
    promiseVersion: status.promiseVersion,
    resourceBindingVersion: status.resourceBindingVersion,
    pipelines: kratix?.workflows?.pipelines
      ?.map(({ name, phase, attempts }) =>
        [name, phase, attempts].filter(Boolean).join(' '),
      )
      .join(', '),
    ...Object.fromEntries(
      conditionsOf(object).map(({ type, status: is, reason }) => [
        `condition ${type}`,
        `${is}/${reason}`,
      ]),
    ),
    ...Object.fromEntries(
      LABELS.map(label => [`label ${label}`, object.metadata.labels?.[label]]),
    ),
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  );
}

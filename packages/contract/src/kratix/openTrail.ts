import { Watch, type KubeConfig } from '@kubernetes/client-node';
import type { Manifest } from './Manifest';
import { conditionsOf } from './Manifest';

/** What each field of a request or a Promise was, one after the other. @internal */
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
  const state: { isClosed: boolean; abort?: () => void } = { isClosed: false };
  const start = async () => {
    const controller = await new Watch(kubeConfig).watch(
      collection,
      { fieldSelector: `metadata.name=${name}` },
      (type: string, object: Manifest) => {
        if (type === 'ADDED' || type === 'MODIFIED') {
          versions.push(object);
        }
      },
      () => {
        // A definition that was just taken is answered with 429 at first.
        if (!state.isClosed) {
          setTimeout(() => void start(), REOPEN_MS);
        }
      },
    );
    state.abort = () => controller.abort();
  };
  await start();
  return {
    read: () => toTrail(versions),
    close() {
      state.isClosed = true;
      state.abort?.();
    },
  };
}

const REOPEN_MS = 200;

function toTrail(versions: readonly Manifest[]): Trail {
  const seen = versions.map(fieldsOf);
  const names = [
    ...new Set(seen.flatMap(fields => Object.keys(fields))),
  ].sort();
  return Object.fromEntries(
    names.map(name => [
      name,
      withoutChance(seen.map(fields => fields[name] ?? '-')),
    ]),
  );
}

/** Without repetitions, and without what is there or not depending on which of two controllers is first. */
function withoutChance(values: readonly string[]): string[] {
  return values
    .filter(
      (value, index) =>
        value !== 'Unknown/WorksPending' || index === values.length - 1,
    )
    .filter((value, index, all) => value !== all[index - 1]);
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
    status: status.status,
    message: status.message,
    observedGeneration: status.observedGeneration,
    progress: `${status.workflowsSucceeded ?? '-'} of ${
      status.workflows ?? '-'
    }`,
    failed: status.workflowsFailed,
    health: (status.healthStatus as { state?: string } | undefined)?.state,
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

import { z } from 'zod';
import type { Parsed, Problem } from '../model';
import type {
  ContainerState,
  PodContainer,
  WorkflowPod,
} from '../workflow/WorkflowPod';
import { bounds } from './reading/bounds';
import { openNamespaced } from './reading/openNamespaced';
import { readConditions } from './reading/readConditions';
import {
  count,
  isObject,
  looseObject,
  messageText,
  nonEmptyWord,
  readField,
  readList,
  timestamp,
  word,
} from './reading/readField';

const declaredSchema = z.object({
  name: nonEmptyWord,
  image: word.optional().catch(undefined),
});

const statusSchema = z.object({
  name: nonEmptyWord,
  restartCount: count.catch(0),
  state: looseObject.optional().catch(undefined),
  lastState: looseObject.optional().catch(undefined),
});

const stateSchema = z.object({
  reason: word.catch(''),
  message: messageText.optional().catch(undefined),
  exitCode: z.number().int().catch(0),
  startedAt: timestamp.optional().catch(undefined),
  finishedAt: timestamp.optional().catch(undefined),
});

/** Labels of a Pod that name its Job; the second is the one of Kubernetes before 1.27. */
const jobLabels = ['batch.kubernetes.io/job-name', 'job-name'];

/**
 * Step 2 of 7: reads a Pod of a pipeline, with every container in the order in which they run (all but the
 * last are init containers, kratix-domain 3.2).
 * @public
 */
export function parseWorkflowPod(json: unknown): Parsed<WorkflowPod> {
  const opened = openNamespaced(json, { kind: 'Pod' });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
  const read = <T>(schema: z.ZodType<T>, key: string) =>
    readField(schema, status[key], `status.${key}`, problems);
  const reason = read(word, 'reason');
  const message = read(messageText, 'message');
  const startedAt = read(timestamp, 'startTime');
  const unscheduled = readConditions(status.conditions, problems).find(
    condition =>
      condition.type === 'PodScheduled' && condition.status === 'False',
  );
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      job: jobLabels
        .map(label => identity.labels[label])
        .find(name => name !== undefined),
      phase: read(word, 'phase') ?? '',
      ...(reason && { reason }),
      ...(message && { message }),
      ...(unscheduled && {
        unschedulable: unscheduled.message || unscheduled.reason,
      }),
      ...(startedAt && { startedAt }),
      containers: readContainers(spec, status, problems),
    },
  };
}

function readContainers(
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
  problems: Problem[],
): PodContainer[] {
  return (['init', ''] as const).flatMap(kind => {
    const field = kind === 'init' ? 'initContainers' : 'containers';
    const statusField = `${kind === 'init' ? 'initC' : 'c'}ontainerStatuses`;
    const statuses = readList(
      statusSchema,
      status[statusField],
      `status.${statusField}`,
      problems,
      bounds.containers,
    );
    return readList(
      declaredSchema,
      spec[field],
      `spec.${field}`,
      problems,
      bounds.containers,
    ).map(({ name, image }) =>
      toContainer(
        { name, ...(image && { image }) },
        statuses.find(other => other.name === name),
      ),
    );
  });
}

function toContainer(
  declared: Pick<PodContainer, 'name' | 'image'>,
  status: z.infer<typeof statusSchema> | undefined,
): PodContainer {
  const last = toState(status?.lastState);
  return {
    ...declared,
    restarts: status?.restartCount ?? 0,
    state: toState(status?.state) ?? { type: 'waiting', reason: '' },
    ...(last?.type === 'terminated' && { last }),
  };
}

function toState(
  value: Record<string, unknown> | undefined,
): ContainerState | undefined {
  for (const type of ['terminated', 'running', 'waiting'] as const) {
    const content = value?.[type];
    const { data } = stateSchema.safeParse(content);
    if (isObject(content) && data) {
      return withType(type, data);
    }
  }
  return undefined;
}

function withType(
  type: ContainerState['type'],
  {
    reason,
    message,
    exitCode,
    startedAt,
    finishedAt,
  }: z.infer<typeof stateSchema>,
): ContainerState {
  const told = message ? { message } : {};
  const started = startedAt ? { startedAt } : {};
  switch (type) {
    case 'waiting':
      return { type, reason, ...told };
    case 'running':
      return { type, ...started };
    case 'terminated':
      return {
        type,
        exitCode,
        reason,
        ...told,
        ...started,
        ...(finishedAt && { finishedAt }),
      };
    default:
      return type satisfies never;
  }
}

import { z } from 'zod';
import type { JsonObject } from '@backstage/types';
import type { HealthStatus, Problem, ResourceRequestStatus } from '../model';
import { addProblem } from './reading/addProblem';
import { bounds, cutText, isWithinBounds } from './reading/bounds';
import {
  asJsonObject,
  childObject,
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
import { readConditions } from './reading/readConditions';
import { readPipelineStatuses } from './readPipelineStatuses';
import { tell } from '../wording';

/**
 * The status of a request (kratix-domain 2.3). A field that is missing or malformed stays undefined.
 * @internal
 */
export function readRequestStatus(
  value: unknown,
  problems: Problem[],
): ResourceRequestStatus {
  const status = readField(looseObject, value, 'status', problems) ?? {};
  const workflows = childObject(childObject(status, 'kratix'), 'workflows');
  const read = <T>(schema: z.ZodType<T>, key: string) =>
    readField(schema, status[key], `status.${key}`, problems);
  return withoutUndefined({
    isReported: Object.keys(status).length > 0,
    message: read(messageText, 'message'),
    observedGeneration: read(count, 'observedGeneration'),
    workflows: read(count, 'workflows'),
    workflowsSucceeded: read(count, 'workflowsSucceeded'),
    workflowsFailed: read(count, 'workflowsFailed'),
    promiseVersion: read(nonEmptyWord, 'promiseVersion'),
    resourceBindingVersion: read(nonEmptyWord, 'resourceBindingVersion'),
    // The first is where newer Kratix writes it, the second where it stood before.
    lastSuccessfulConfigureAt:
      readField(
        timestamp,
        workflows.lastSuccessfulConfigureWorkflowTime,
        'status.kratix.workflows.lastSuccessfulConfigureWorkflowTime',
        problems,
      ) ?? read(timestamp, 'lastSuccessfulConfigureWorkflowTime'),
    suspendedGeneration: readField(
      count,
      workflows.suspendedGeneration,
      'status.kratix.workflows.suspendedGeneration',
      problems,
    ),
    pipelines: readPipelineStatuses(workflows.pipelines, problems),
    conditions: readConditions(status.conditions, problems),
    health: readHealth(status.healthStatus, problems),
    outputs: readOutputs(status, problems),
  });
}

const healthStates: readonly HealthStatus['state'][] = [
  'unknown',
  'ready',
  'healthy',
  'degraded',
  'unhealthy',
];

const healthRecordSchema = z.object({
  state: word.catch('unknown'),
  lastRun: z.number().optional().catch(undefined),
  source: z
    .object({
      name: word.optional().catch(undefined),
      namespace: word.optional().catch(undefined),
    })
    .catch({}),
  details: looseObject.optional().catch(undefined),
});

function readHealth(
  value: unknown,
  problems: Problem[],
): HealthStatus | undefined {
  const health = readField(looseObject, value, 'status.healthStatus', problems);
  if (!health) {
    return undefined;
  }
  return {
    state:
      health.state === undefined
        ? 'unknown'
        : healthStates.find(state => state === health.state) ?? 'other',
    records: readList(
      healthRecordSchema,
      health.healthRecords,
      'status.healthStatus.healthRecords',
      problems,
      bounds.conditions,
    ).map(({ state, lastRun, source, details }) =>
      withoutUndefined({
        state,
        lastRunSeconds: lastRun,
        name: source.name,
        namespace: source.namespace,
        details:
          details && isSmall(details) ? asJsonObject(details) : undefined,
      }),
    ),
  };
}

/** Keys of the status that are Kratix's own (kratix-domain 2.3); every other one is a pipeline's output. */
const kratixStatusKeys: ReadonlySet<string> = new Set([
  'message',
  'observedGeneration',
  'workflows',
  'workflowsSucceeded',
  'workflowsFailed',
  'promiseVersion',
  'resourceBindingVersion',
  'lastSuccessfulConfigureWorkflowTime',
  'kratix',
  'healthStatus',
  'conditions',
]);

function readOutputs(
  status: Record<string, unknown>,
  problems: Problem[],
): JsonObject {
  const outputs = Object.entries(status).filter(
    ([key]) => !kratixStatusKeys.has(key),
  );
  const kept = outputs
    .slice(0, bounds.outputs)
    .filter(
      ([key, output]) => key.length <= bounds.wordLength && isSmall(output),
    );
  if (kept.length < outputs.length) {
    const dropped = outputs.filter(output => !kept.includes(output));
    addProblem(problems, {
      code: 'output-too-large',
      ...tell('problem.outputsTooLarge', {
        count: dropped.length,
        outputs: { list: dropped.slice(0, 5).map(([key]) => cutText(key, 60)) },
      }),
      path: 'status',
    });
  }
  return asJsonObject(Object.fromEntries(kept));
}

function isSmall(value: unknown): boolean {
  if (!isObject(value) && !Array.isArray(value)) {
    return typeof value !== 'string' || value.length <= bounds.outputLength;
  }
  return (
    isWithinBounds(value, bounds.outputLength) &&
    JSON.stringify(value).length <= bounds.outputLength
  );
}

type WithoutUndefined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<
    T[K],
    undefined
  >;
};

function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as WithoutUndefined<T>;
}

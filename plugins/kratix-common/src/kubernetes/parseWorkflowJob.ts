import { z } from 'zod';
import type { Parsed } from '../model';
import { kratixLabels } from '../names/keys';
import type { WorkflowJob } from '../workflow/WorkflowJob';
import { bounds } from './reading/bounds';
import { openNamespaced } from './reading/openNamespaced';
import { readConditions } from './reading/readConditions';
import {
  childObject,
  nonEmptyWord,
  readField,
  readList,
  timestamp,
  word,
} from './reading/readField';

const containerSchema = z.object({
  name: nonEmptyWord,
  image: word.optional().catch(undefined),
});

/**
 * Step 2 of 7: reads the Job of a pipeline. By its labels and never by its name, which is cut
 * (kratix-domain 3.1).
 * @public
 */
export function parseWorkflowJob(json: unknown): Parsed<WorkflowJob> {
  const opened = openNamespaced(json, { kind: 'Job', group: 'batch' });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
  const conditions = readConditions(status.conditions, problems);
  const readTime = (key: string) =>
    readField(timestamp, status[key], `status.${key}`, problems);
  const failure = conditions.find(
    ({ type, status: is }) => type === 'Failed' && is === 'True',
  );
  const startedAt = readTime('startTime') ?? identity.createdAt;
  const finishedAt = readTime('completionTime') ?? failure?.lastTransitionTime;
  const template = childObject(childObject(spec, 'template'), 'spec');
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      pipeline: identity.labels[kratixLabels.pipelineName] ?? '',
      action:
        identity.labels[kratixLabels.workflowAction] === 'delete'
          ? 'delete'
          : 'configure',
      hash: identity.labels[kratixLabels.hash],
      state: stateOf(conditions, spec),
      ...(failure && {
        failure: { reason: failure.reason, message: failure.message },
      }),
      ...(startedAt && { startedAt }),
      ...(finishedAt && { finishedAt }),
      containers: ['initContainers', 'containers'].flatMap(field =>
        readList(
          containerSchema,
          template[field],
          `spec.template.spec.${field}`,
          problems,
          bounds.containers,
        ),
      ),
    },
  };
}

function stateOf(
  conditions: readonly { type: string; status: string }[],
  spec: Record<string, unknown>,
): WorkflowJob['state'] {
  const is = (type: string) =>
    conditions.some(
      condition => condition.type === type && condition.status === 'True',
    );
  if (is('Complete')) {
    return 'succeeded';
  }
  if (is('Failed')) {
    return 'failed';
  }
  return spec.suspend === true ? 'suspended' : 'active';
}

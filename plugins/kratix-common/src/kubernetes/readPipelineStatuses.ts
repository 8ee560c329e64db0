import { z } from 'zod';
import type { PipelineStatus, Problem } from '../model';
import { bounds } from './reading/bounds';
import {
  count,
  messageText,
  nonEmptyWord,
  readList,
  timestamp,
} from './reading/readField';

const knownPhases: readonly PipelineStatus['phase'][] = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Suspended',
];

const pipelineSchema = z.object({
  name: nonEmptyWord,
  phase: z
    .string()
    .catch('')
    .transform(
      (text): PipelineStatus['phase'] =>
        knownPhases.find(phase => phase === text) ?? 'Other',
    ),
  message: messageText.optional().catch(undefined),
  nextRetryAt: timestamp.optional().catch(undefined),
  attempts: count.optional().catch(undefined),
  lastTransitionTime: timestamp.optional().catch(undefined),
});

/**
 * `status.kratix.workflows.pipelines` of a Promise or a request (kratix-domain 2.3); undefined when this
 * Kratix does not report them.
 * @internal
 */
export function readPipelineStatuses(
  value: unknown,
  problems: Problem[],
): readonly PipelineStatus[] | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  return readList(
    pipelineSchema,
    value,
    'status.kratix.workflows.pipelines',
    problems,
    bounds.pipelines,
  ).map(pipeline => ({
    name: pipeline.name,
    phase: pipeline.phase,
    ...(pipeline.message && { message: pipeline.message }),
    ...(pipeline.nextRetryAt && { nextRetryAt: pipeline.nextRetryAt }),
    ...(pipeline.attempts !== undefined && { attempts: pipeline.attempts }),
    ...(pipeline.lastTransitionTime && {
      lastTransitionTime: pipeline.lastTransitionTime,
    }),
  }));
}

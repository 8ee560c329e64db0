import { z } from 'zod';
import type { Condition, Problem } from '../../model';
import { bounds } from './bounds';
import {
  messageText,
  nonEmptyWord,
  readList,
  timestamp,
  word,
} from './readField';

const conditionSchema = z.object({
  type: nonEmptyWord,
  status: z.string().catch('Unknown').transform(toStatus),
  reason: word.catch(''),
  message: messageText.catch(''),
  lastTransitionTime: timestamp.optional().catch(undefined),
});

/**
 * `status.conditions`. Pipelines may write conditions of their own beside Kratix's (kratix-domain 2.3),
 * so one that is malformed is their mistake and costs only itself.
 * @internal
 */
export function readConditions(
  value: unknown,
  problems: Problem[],
): readonly Condition[] {
  return readList(
    conditionSchema,
    value,
    'status.conditions',
    problems,
    bounds.conditions,
  ).map(({ lastTransitionTime, ...condition }) => ({
    ...condition,
    ...(lastTransitionTime && { lastTransitionTime }),
  }));
}

function toStatus(text: string): Condition['status'] {
  return text === 'True' || text === 'False' ? text : 'Unknown';
}

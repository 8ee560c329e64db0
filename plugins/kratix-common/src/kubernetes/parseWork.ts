import { z } from 'zod';
import type { Parsed, Problem, Work, WorkloadGroup } from '../model';
import { kratixLabels } from '../names/keys';
import { openNamespaced } from './reading/openNamespaced';
import {
  nonEmptyWord,
  readField,
  readList,
  selectorLabels,
  word,
} from './reading/readField';
import { readConditions } from './reading/readConditions';

/**
 * Step 2 of 7: reads a Work. The content of its files stays as the cluster holds it: whoever decodes it
 * must bound the decompression.
 * @public
 */
export function parseWork(json: unknown): Parsed<Work> {
  const opened = openNamespaced(json, {
    kind: 'Work',
    group: 'platform.kratix.io',
  });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
  const read = (key: string) =>
    readField(word, spec[key], `spec.${key}`, problems);
  const resourceName =
    read('resourceName') || identity.labels[kratixLabels.resourceName];
  const pipelineName = identity.labels[kratixLabels.pipelineName];
  const workType = identity.labels[kratixLabels.workType];
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      promiseName:
        read('promiseName') ||
        (identity.labels[kratixLabels.promiseName] ?? ''),
      ...(resourceName && { resourceName }),
      ...(pipelineName && { pipelineName }),
      ...(workType && { workType }),
      groups: readGroups(spec.workloadGroups, problems),
      conditions: readConditions(status.conditions, problems),
    },
  };
}

const workloadSchema = z.object({
  filepath: nonEmptyWord,
  content: z.string().catch(''),
});

const groupSchema = z.object({
  id: word.catch(''),
  directory: word.catch(''),
  destinationSelectors: z.unknown().optional(),
  workloads: z.unknown().optional(),
});

const selectorSchema = z.object({
  matchLabels: selectorLabels.catch({}),
  source: word.optional().catch(undefined),
});

function readGroups(value: unknown, problems: Problem[]): WorkloadGroup[] {
  const path = 'spec.workloadGroups';
  return readList(groupSchema, value, path, problems).map((group, index) => ({
    id: group.id,
    directory: group.directory,
    destinationSelectors: readList(
      selectorSchema,
      group.destinationSelectors,
      `${path}[${index}].destinationSelectors`,
      problems,
    ).map(({ matchLabels, source }) => ({
      matchLabels,
      ...(source && { source }),
    })),
    files: readList(
      workloadSchema,
      group.workloads,
      `${path}[${index}].workloads`,
      problems,
    ).map(({ filepath, content }) => ({ path: filepath, content })),
  }));
}

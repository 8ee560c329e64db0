import { z } from 'zod';
import type { Parsed, Problem, WorkPlacement } from '../model';
import { kratixLabels } from '../names/keys';
import { parseIdentity } from './parseIdentity';
import { childObject, nonEmptyWord, readField, readList } from './readField';
import { readConditions } from './readConditions';

const fileSchema = z.object({ filepath: nonEmptyWord });

/**
 * Step 2 of 7: reads a WorkPlacement, without the files that its Work already holds.
 * @public
 */
export function parseWorkPlacement(json: unknown): Parsed<WorkPlacement> {
  const parsed = parseIdentity(json, {
    kind: 'WorkPlacement',
    group: 'platform.kratix.io',
    scope: 'Namespaced',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, namespace, json: object } = parsed.value;
  const problems: Problem[] = [...parsed.problems];
  const spec = childObject(object, 'spec');
  const status = childObject(object, 'status');
  const read = (value: unknown, path: string) =>
    readField(nonEmptyWord, value || undefined, path, problems);
  const workName = identity.labels[kratixLabels.work];
  const groupId =
    read(spec.id, 'spec.id') ?? identity.labels[kratixLabels.workloadGroupId];
  const versionId = read(status.versionID, 'status.versionID');
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      namespace,
      ...(workName && { workName }),
      ...(groupId && { groupId }),
      destinationName:
        read(spec.targetDestinationName, 'spec.targetDestinationName') ?? '',
      filePaths: readList(
        fileSchema,
        spec.workloads,
        'spec.workloads',
        problems,
      ).map(workload => workload.filepath),
      ...(versionId && { versionId }),
      conditions: readConditions(status.conditions, problems),
    },
  };
}

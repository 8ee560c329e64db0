import { z } from 'zod';
import type { Parsed, WorkPlacement } from '../model';
import { kratixLabels } from '../names/keys';
import { openNamespaced } from './reading/openNamespaced';
import { nonEmptyWord, readField, readList } from './reading/readField';
import { readConditions } from './reading/readConditions';

const fileSchema = z.object({ filepath: nonEmptyWord });

/**
 * Step 2 of 7: reads a WorkPlacement, without the files that its Work already holds.
 * @public
 */
export function parseWorkPlacement(json: unknown): Parsed<WorkPlacement> {
  const opened = openNamespaced(json, {
    kind: 'WorkPlacement',
    group: 'platform.kratix.io',
  });
  if (!opened.ok) {
    return opened;
  }
  const { identity, namespace, spec, status, problems } = opened.value;
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

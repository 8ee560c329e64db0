import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kratixRequestReadPermission,
  kratixRequestSetVersionPermission,
  subjectName,
  toRequestResourceRef,
  type RolloutSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Splits requests into those whose version the person may choose, and those that they may only see. What
 * they may not see is in neither.
 * @internal
 */
export async function judgeRights(
  permissions: PermissionsService,
  asked: {
    readonly platform: string;
    readonly subjects: readonly RolloutSubject[];
    readonly credentials: BackstageCredentials;
  },
): Promise<{ allowed: RolloutSubject[]; denied: string[] }> {
  const { platform, subjects, credentials } = asked;
  const isGranted = async (
    permission:
      | typeof kratixRequestReadPermission
      | typeof kratixRequestSetVersionPermission,
  ) => {
    const decisions = await permissions.authorize(
      subjects.map(({ request }) => ({
        permission,
        resourceRef: toRequestResourceRef({
          platform,
          promise: request.promiseName,
          namespace: request.namespace,
          name: request.name,
        }),
      })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  };
  const mayRead = await isGranted(kratixRequestReadPermission);
  const mayMove = await isGranted(kratixRequestSetVersionPermission);
  return {
    allowed: subjects.filter((_, index) => mayRead[index] && mayMove[index]),
    denied: subjects
      .filter((_, index) => mayRead[index] && !mayMove[index])
      .map(subjectName),
  };
}

import { isError } from '@backstage/errors';
import { kratixRequestDeletePermission } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { requirePermissionOnRequest } from '../../authorization/requirePermission';
import { explainPlatformError } from '../../errors/explainPlatformError';
import type { Target } from '../../platform/chooseTarget';
import { openSession } from '../openSession';
import type { WriteContext } from '../WriteContext';

/**
 * Begins to remove a request. False when there is none, which only a platform that has the Promise, and
 * serves its API, can say.
 * @internal
 */
export async function removeRequest(
  target: Target,
  ctx: WriteContext,
  services: ActionServices,
): Promise<boolean> {
  const { platform, ref } = target;
  const { isDryRun: dryRun, logger, signal } = ctx;
  const what = `${ref.namespace}/${ref.name}`;
  const toDo = `remove ${ref.promise} ${what}`;
  await requirePermissionOnRequest(
    services.permissions,
    await ctx.getInitiatorCredentials(),
    { permission: kratixRequestDeletePermission, ref, toDo },
  );
  const { client } = await openSession(target, ctx, services);
  const wasThere = await isFound(() =>
    explainPlatformError(
      async () => {
        const { uid } = await client.get(ref);
        await client.delete(ref, { uid, dryRun, signal });
      },
      { platform, toDo },
    ),
  );
  logger.info(
    wasThere
      ? `${platform.title} removes ${what} now`
      : `${platform.title} has no ${what}; nothing to remove`,
  );
  return wasThere;
}

async function isFound(remove: () => Promise<void>): Promise<boolean> {
  try {
    await remove();
    return true;
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return false;
    }
    throw error;
  }
}

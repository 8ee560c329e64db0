import { isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  kratixRequestDeletePermission,
  requestEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { resolveActor } from '../actor/resolveActor';
import { auditWrite } from '../audit/auditWrite';
import { requirePermissionOnRequest } from '../authorization/requirePermission';
import { explainPlatformError } from '../errors/explainPlatformError';
import { choosePlatform } from '../platform/choosePlatform';
import { requireDirectDelivery } from '../platform/requireDirectDelivery';
import { deleteExamples } from './deleteExamples';
import { requestInput } from './requestInput';

/**
 * Action `kratix:resource:delete`: begins to remove a request, in the name of the person who started the
 * task.
 * @internal
 */
export function createDeleteAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.delete,
    description:
      'Removes a Kratix resource request and everything that it brought, in the name of the person who started the task. Returns when removal has begun. A request that is gone already is no failure.',
    examples: deleteExamples,
    supportsDryRun: true,
    schema: {
      input: requestInput,
      output: {
        entityRef: z =>
          z.string().describe('Catalog entity that stands for the request'),
        wasThere: z =>
          z.boolean().describe('Whether there was anything to remove'),
      },
    },
    async handler(ctx) {
      const { promise, namespace, name } = ctx.input;
      const platform = choosePlatform(services.kratix, ctx.input.platform);
      requireDirectDelivery(platform);
      const ref = { platform: platform.name, promise, namespace, name };
      const toDo = `remove ${promise} ${namespace}/${name}`;
      const credentials = await ctx.getInitiatorCredentials();
      await requirePermissionOnRequest(services.permissions, credentials, {
        permission: kratixRequestDeletePermission,
        ref,
        toDo,
      });
      const actor = await resolveActor(credentials, platform, {
        ...services,
        secrets: ctx.secrets,
      });

      const client = services.kratix.requests(platform.name, actor);
      const remove = () =>
        explainPlatformError(
          () =>
            client.delete(ref, { dryRun: ctx.isDryRun, signal: ctx.signal }),
          { platform, toDo },
        );
      const wasThere = await isFound(
        ctx.isDryRun
          ? remove()
          : auditWrite(services.auditor, { ref, actionType: 'delete' }, remove),
      );
      ctx.logger.info(
        wasThere
          ? `${platform.title} removes ${namespace}/${name} now`
          : `${platform.title} has no ${namespace}/${name}; nothing to remove`,
      );
      ctx.output('entityRef', requestEntityRef(platform, ref));
      ctx.output('wasThere', wasThere);
    },
  });
}

async function isFound(removal: Promise<void>): Promise<boolean> {
  try {
    await removal;
    return true;
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return false;
    }
    throw error;
  }
}

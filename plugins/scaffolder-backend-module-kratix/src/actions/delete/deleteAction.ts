import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { auditWrite } from '../../audit/auditWrite';
import { chooseTarget } from '../../platform/chooseTarget';
import { entityRefOf } from '../../platform/entityRefOf';
import { deleteExamples } from './deleteExamples';
import { removeRequest } from './removeRequest';
import { requestInput } from '../requestInput';

/**
 * Action `kratix:resource:delete`: begins to remove a request, in the name of the person who started the
 * task.
 * @internal
 */
export function createDeleteAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.delete,
    description:
      'Removes a Kratix resource request and everything it created, on behalf of the person who started the task. Returns once removal has begun. Succeeds if the request is already gone.',
    examples: deleteExamples,
    supportsDryRun: true,
    schema: {
      input: requestInput,
      output: {
        entityRef: z => z.string().describe('Catalog entity of the request'),
        wasThere: z =>
          z.boolean().describe('Whether there was a request to remove'),
      },
    },
    async handler(ctx) {
      const target = chooseTarget(services.kratix, ctx.input);
      const entityRef = entityRefOf(services.kratix, target);
      const wasThere = await auditWrite(
        services.auditor,
        { ref: target.ref, actionType: 'delete', ctx },
        () => removeRequest(target, ctx, services),
      );
      ctx.output('entityRef', entityRef);
      ctx.output('wasThere', wasThere);
    },
  });
}

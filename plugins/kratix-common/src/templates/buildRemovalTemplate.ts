import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixActionIds } from '../contracts/actions';
import { locationAnnotations } from '../entities/locationAnnotations';
import type { Platform } from '../model';
import { removalTemplateName } from '../names/removalTemplate';
import { explainManualRemoval } from '../pullRequests/explainManualRemoval';
import { entityAnnotations } from '../names/keys';
import { reviewOutput } from './steps/orderOutput';
import { parameter } from './steps/orderSteps';
import { publishStep } from './steps/publishStep';
import { tokenDecorators } from './steps/tokenDecorators';

/**
 * The Template that removes a request by pull request, one for a platform; undefined for a platform that is
 * written to directly, and where the forge cannot remove a file. Pages lead there with the request filled in.
 * @public
 */
export function buildRemovalTemplate(
  platform: Platform,
): TemplateEntityV1beta3 | undefined {
  const { delivery } = platform;
  if (delivery.mode !== 'pull-request') {
    return undefined;
  }
  const { repository } = delivery;
  if (explainManualRemoval(repository) !== undefined) {
    return undefined;
  }
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: removalTemplateName,
      namespace: platform.catalogNamespace,
      title: `Remove a service from ${platform.title}`,
      description:
        'Opens a pull request that removes a request, and with it everything that it brought.',
      annotations: {
        ...locationAnnotations(platform.name, ['remove']),
        [entityAnnotations.platform]: platform.name,
      },
      tags: ['kratix'],
    },
    spec: {
      type: 'kratix-removal',
      owner: platform.defaultOwner,
      parameters: [page],
      steps: [
        {
          id: 'render',
          name: 'Find it in the repository',
          action: kratixActionIds.render,
          input: {
            mode: 'delete',
            platform: platform.name,
            promise: parameter('promise'),
            namespace: parameter('namespace'),
            name: parameter('name'),
          },
        },
        publishStep(platform.name, repository, 'remove'),
      ],
      output: reviewOutput(repository.forge, 'remove'),
      presentation: { buttonLabels: { createButtonText: 'Ask to remove it' } },
      ...tokenDecorators(platform),
    },
  };
}

const field = (title: string) => ({
  type: 'string',
  title,
  minLength: 1,
  maxLength: 253,
});

const page = {
  title: 'What is to be removed',
  required: ['promise', 'namespace', 'name'],
  properties: {
    promise: field('Promise'),
    namespace: field('Namespace'),
    name: field('Name'),
  },
};

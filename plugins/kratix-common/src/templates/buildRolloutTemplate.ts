import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixActionIds } from '../contracts/actions';
import { locationAnnotations } from '../entities/locationAnnotations';
import type { Platform } from '../model';
import { rolloutTemplateName } from '../names/fleetTemplates';
import { entityAnnotations } from '../names/keys';
import { parameter } from './steps/orderSteps';
import { tokenDecorators } from './steps/tokenDecorators';

/**
 * The Template that moves requests to another version, one for a platform. Pages lead there with the Promise
 * and the version filled in.
 * @public
 */
export function buildRolloutTemplate(
  platform: Platform,
): TemplateEntityV1beta3 {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: rolloutTemplateName,
      namespace: platform.catalogNamespace,
      title: `Roll out a version on ${platform.title}`,
      description:
        'Moves requests to another version of their service, batch by batch, and stops at the first failure.',
      annotations: {
        ...locationAnnotations(platform.name, ['rollout']),
        [entityAnnotations.platform]: platform.name,
      },
      tags: ['kratix'],
    },
    spec: {
      type: 'kratix-rollout',
      owner: platform.defaultOwner,
      parameters: [which, how],
      steps: [
        {
          id: 'rollout',
          name: 'Move them batch by batch',
          action: kratixActionIds.rollout,
          input: {
            platform: platform.name,
            ...Object.fromEntries(
              fields.map(name => [name, parameter(name)] as const),
            ),
          },
        },
      ],
      presentation: { buttonLabels: { createButtonText: 'Roll out' } },
      ...tokenDecorators(platform),
    },
  };
}

const fields = [
  'promise',
  'version',
  'requests',
  'labels',
  'batchSize',
  'onFailure',
  'timeoutMinutes',
] as const;

const requests = {
  type: 'array',
  title: 'Requests',
  description: 'Like team-a/cache',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+$' },
};

const labels = {
  type: 'string',
  title: 'Labels',
  description: 'Like tier=test,!frozen',
  minLength: 1,
};

/** What is not chosen is not in the form, so that an empty list never means all. */
const choices = [
  { scope: { const: 'all' } },
  {
    required: ['requests'],
    scope: { const: 'named' },
    requests,
  },
  { required: ['labels'], scope: { const: 'labelled' }, labels },
].map(({ required = [], ...properties }) => ({
  required: [...required],
  properties,
}));

const which = {
  title: 'What moves',
  required: ['promise', 'version', 'scope'],
  properties: {
    promise: {
      type: 'string',
      title: 'Promise',
      minLength: 1,
      maxLength: 253,
    },
    version: {
      type: 'string',
      title: 'Version',
      description: 'A version that the platform keeps, or latest',
      minLength: 1,
      maxLength: 253,
    },
    scope: {
      type: 'string',
      title: 'Which requests',
      enum: ['all', 'named', 'labelled'],
      enumNames: [
        'All that are not there yet',
        'Some, by name',
        'Those with some labels',
      ],
      default: 'all',
    },
  },
  dependencies: { scope: { oneOf: choices } },
};

const how = {
  title: 'How',
  required: ['batchSize', 'onFailure', 'timeoutMinutes'],
  properties: {
    batchSize: {
      type: 'integer',
      title: 'How many at once',
      description: 'The next begin when all of these are ready.',
      minimum: 1,
      default: 5,
    },
    onFailure: {
      type: 'string',
      title: 'When one fails',
      enum: ['stop', 'rollBackBatch', 'rollBackAll'],
      enumNames: [
        'Stop, and leave the others where they are',
        'Put its batch back',
        'Put back everything that moved',
      ],
      default: 'stop',
    },
    timeoutMinutes: {
      type: 'integer',
      title: 'Minutes to wait for a batch',
      minimum: 1,
      maximum: 1440,
      default: 15,
    },
  },
};

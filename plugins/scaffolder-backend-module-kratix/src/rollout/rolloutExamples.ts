import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const rolloutExamples: TemplateExample[] = [
  {
    description: 'Move every request of a Promise, five at a time',
    example: stringify({
      steps: [
        {
          id: 'rollout',
          name: 'Roll out',
          action: kratixActionIds.rollout,
          input: { promise: 'redis', version: 'v1.1.0' },
        },
      ],
    }),
  },
  {
    description:
      'Move the requests of the test tier, two at a time, and roll a batch back if a request in it fails',
    example: stringify({
      steps: [
        {
          id: 'rollout',
          name: 'Roll out',
          action: kratixActionIds.rollout,
          input: {
            promise: 'redis',
            version: 'v1.1.0',
            labels: 'tier=test',
            batchSize: 2,
            onFailure: 'rollBackBatch',
          },
        },
      ],
    }),
  },
  {
    description: 'Roll one request back',
    example: stringify({
      steps: [
        {
          id: 'rollback',
          name: 'Roll back',
          action: kratixActionIds.rollout,
          input: {
            promise: 'redis',
            version: 'v1.0.0',
            requests: ['team-a/cache'],
          },
        },
      ],
    }),
  },
];

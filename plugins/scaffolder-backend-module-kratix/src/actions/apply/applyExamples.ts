import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const applyExamples: TemplateExample[] = [
  {
    description: 'Order a Redis for a team',
    example: stringify({
      steps: [
        {
          id: 'order',
          name: 'Order',
          action: kratixActionIds.apply,
          input: {
            promise: 'redis',
            namespace: '${{ parameters.objnamespace }}',
            name: '${{ parameters.objname }}',
            owner: '${{ parameters.owner }}',
            spec: '${{ parameters.spec }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Change an existing request',
    example: stringify({
      steps: [
        {
          id: 'grow',
          name: 'Make it larger',
          action: kratixActionIds.apply,
          input: {
            mode: 'change',
            promise: 'redis',
            namespace: 'team-a',
            name: 'cache',
            spec: { size: 'large' },
          },
        },
      ],
    }),
  },
  {
    description: 'Order on one of several platforms, with fixed values',
    example: stringify({
      steps: [
        {
          id: 'order',
          name: 'Order',
          action: kratixActionIds.apply,
          input: {
            platform: 'production',
            promise: 'postgresql',
            namespace: 'team-a',
            name: 'orders',
            spec: { size: 'small' },
          },
        },
      ],
    }),
  },
];

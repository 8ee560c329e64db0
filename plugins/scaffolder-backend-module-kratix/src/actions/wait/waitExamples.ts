import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const waitExamples: TemplateExample[] = [
  {
    description: 'Order, and wait until it is ready',
    example: stringify({
      steps: [
        {
          id: 'order',
          name: 'Order',
          action: kratixActionIds.apply,
          input: {
            promise: 'redis',
            namespace: 'team-a',
            name: 'cache',
            spec: { size: 'small' },
          },
        },
        {
          id: 'wait',
          name: 'Wait until it is ready',
          action: kratixActionIds.wait,
          input: {
            promise: 'redis',
            namespace: '${{ steps.order.output.namespace }}',
            name: '${{ steps.order.output.name }}',
            uid: '${{ steps.order.output.uid }}',
            generation: '${{ steps.order.output.generation }}',
            timeoutMinutes: 30,
          },
        },
      ],
    }),
  },
];

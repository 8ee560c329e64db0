import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const deleteExamples: TemplateExample[] = [
  {
    description: 'Remove a request and everything it created',
    example: stringify({
      steps: [
        {
          id: 'remove',
          name: 'Remove',
          action: kratixActionIds.delete,
          input: { promise: 'redis', namespace: 'team-a', name: 'cache' },
        },
      ],
    }),
  },
];

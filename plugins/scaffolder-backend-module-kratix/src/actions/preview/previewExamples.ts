import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const previewExamples: TemplateExample[] = [
  {
    description: 'See what a larger instance would deliver',
    example: stringify({
      steps: [
        {
          id: 'preview',
          name: 'Preview the change',
          action: kratixActionIds.preview,
          input: {
            promise: 'redis',
            namespace: 'team-a',
            name: 'cache',
            spec: { size: 'large' },
          },
        },
      ],
    }),
  },
];

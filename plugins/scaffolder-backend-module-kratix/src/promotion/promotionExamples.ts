import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

const input = { from: 'dev', platform: 'prod', promise: 'redis' };

/** @internal */
export const renderPromiseExamples: TemplateExample[] = [
  {
    description: 'Write down what dev has, for a pull request to prod',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Write it down',
          action: kratixActionIds.renderPromise,
          input,
        },
      ],
    }),
  },
];

/** @internal */
export const applyPromiseExamples: TemplateExample[] = [
  {
    description: 'Put what dev has on prod at once',
    example: stringify({
      steps: [
        {
          id: 'apply',
          name: 'Promote',
          action: kratixActionIds.applyPromise,
          input,
        },
      ],
    }),
  },
];

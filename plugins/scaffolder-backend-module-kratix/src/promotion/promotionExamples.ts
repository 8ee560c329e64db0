import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

const input = { from: 'dev', platform: 'prod', promise: 'redis' };

/** @internal */
export const renderPromiseExamples: TemplateExample[] = [
  {
    description: 'Render a Promise of dev for a pull request to prod',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render the Promise',
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
    description: 'Promote a Promise from dev to prod without a review',
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

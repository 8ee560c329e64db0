import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

/** @internal */
export const renderExamples: TemplateExample[] = [
  {
    description: 'Submit an order for review on GitHub',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render the manifest',
          action: kratixActionIds.render,
          input: {
            promise: 'redis',
            namespace: '${{ parameters.objnamespace }}',
            name: '${{ parameters.objname }}',
            owner: '${{ parameters.owner }}',
            spec: '${{ parameters.spec }}',
          },
        },
        {
          id: 'publish',
          name: 'Open the pull request',
          action: 'publish:github:pull-request',
          input: {
            repoUrl: '${{ steps.render.output.repoUrl }}',
            branchName: '${{ steps.render.output.branch }}',
            targetBranchName: '${{ steps.render.output.targetBranch }}',
            title: '${{ steps.render.output.title }}',
            description: '${{ steps.render.output.description }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Write the manifest of an order into the workspace',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Render the manifest',
          action: kratixActionIds.render,
          input: {
            promise: 'redis',
            namespace: 'team-a',
            name: 'cache',
            spec: { size: 'small' },
          },
        },
      ],
    }),
  },
];

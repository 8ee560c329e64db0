import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';

const output = (name: string) => `\${{ steps.render.output.${name} }}`;

const steps = (change: 'write' | 'remove', input: object) => [
  {
    id: 'render',
    name: 'Render the manifest',
    action: kratixActionIds.render,
    input: { promise: 'redis', namespace: 'team-a', name: 'cache', ...input },
  },
  {
    id: 'publish',
    name: 'Open the pull request',
    action: kratixActionIds.openPullRequest,
    input: {
      change,
      path: output('path'),
      branch: output('branch'),
      title: output('title'),
      description: output('description'),
    },
  },
];

/** @internal */
export const openPullRequestExamples: TemplateExample[] = [
  {
    description: 'Submit an order for review on Gitea or Azure DevOps',
    example: stringify({ steps: steps('write', { spec: { size: 'small' } }) }),
  },
  {
    description: 'Submit the removal of a request for review',
    example: stringify({ steps: steps('remove', { mode: 'delete' }) }),
  },
];

import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixActionIds } from '../../contracts/actions';
import type { ForgeType } from '../../model';
import type { DeliveryRepository } from '../../pullRequests';

type Step = TemplateEntityV1beta3['spec']['steps'][number];

/** Id of the step before, which writes the file and says what to call everything. */
const render = 'render';
const output = (name: string) => `\${{ steps.${render}.output.${name} }}`;

/**
 * The step that opens the pull request, with Backstage's own action for the forge. Backstage has none for
 * Gitea and Azure DevOps, and those of Bitbucket only add files (scaffolder modules of 1.55).
 * @internal
 */
export function publishStep(
  platform: string,
  repository: DeliveryRepository,
  change: FileChange,
): Step {
  const action = publishActions[repository.forge][change];
  return {
    id: 'publish',
    name: 'Open the pull request',
    action,
    input: inputs[action](platform, change),
  };
}

/** @internal */
export type FileChange = 'write' | 'remove';

type PublishAction = keyof typeof inputs;

/** The output in which each action says where the pull request is. @internal */
export function publishedUrl(forge: ForgeType, change: FileChange): string {
  return `\${{ steps.publish.output.${
    urlOutputs[publishActions[forge][change]]
  } }}`;
}

const own = {
  write: kratixActionIds.openPullRequest,
  remove: kratixActionIds.openPullRequest,
} as const;

const publishActions: Readonly<
  Record<ForgeType, Readonly<Record<FileChange, PublishAction>>>
> = {
  github: {
    write: 'publish:github:pull-request',
    remove: 'publish:github:pull-request',
  },
  gitlab: {
    write: 'publish:gitlab:merge-request',
    remove: 'publish:gitlab:merge-request',
  },
  bitbucketCloud: {
    write: 'publish:bitbucketCloud:pull-request',
    remove: kratixActionIds.openPullRequest,
  },
  bitbucketServer: {
    write: 'publish:bitbucketServer:pull-request',
    // Never taken: see `explainManualRemoval`.
    remove: kratixActionIds.openPullRequest,
  },
  gitea: own,
  azure: own,
};

const urlOutputs: Readonly<Record<PublishAction, string>> = {
  'publish:github:pull-request': 'remoteUrl',
  'publish:gitlab:merge-request': 'mergeRequestUrl',
  'publish:bitbucketCloud:pull-request': 'pullRequestUrl',
  'publish:bitbucketServer:pull-request': 'pullRequestUrl',
  'kratix:pull-request:open': 'url',
};

const words = {
  repoUrl: output('repoUrl'),
  title: output('title'),
  description: output('description'),
};

const bitbucket = () => ({
  ...words,
  sourceBranch: output('branch'),
  targetBranch: output('targetBranch'),
});

const inputs = {
  'publish:github:pull-request': (_platform: string, change: FileChange) => ({
    ...words,
    branchName: output('branch'),
    targetBranchName: output('targetBranch'),
    commitMessage: output('title'),
    // A task that runs again finds its own.
    update: true,
    ...(change === 'remove' && { filesToDelete: [output('path')] }),
  }),
  'publish:gitlab:merge-request': (_platform: string, change: FileChange) => ({
    ...words,
    branchName: output('branch'),
    targetBranchName: output('targetBranch'),
    sourcePath: '.',
    removeSourceBranch: true,
    commitAction: change === 'remove' ? 'delete' : output('commitAction'),
  }),
  'publish:bitbucketCloud:pull-request': bitbucket,
  'publish:bitbucketServer:pull-request': bitbucket,
  'kratix:pull-request:open': (platform: string, change: FileChange) => ({
    platform,
    change,
    path: output('path'),
    branch: output('branch'),
    title: output('title'),
    description: output('description'),
  }),
};

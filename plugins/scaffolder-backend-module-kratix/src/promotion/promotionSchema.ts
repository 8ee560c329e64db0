import type { z as zod } from 'zod/v3';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

/** @internal */
export interface PromotionInput {
  readonly platform: string;
  readonly from: string;
  readonly promise: string;
}

/** @internal */
export const promotionInput = {
  platform: (z: Zod) =>
    z.string().min(1).describe('Name of the platform to promote to'),
  from: (z: Zod) =>
    z.string().min(1).describe('Name of the platform to promote from'),
  promise: (z: Zod) => z.string().min(1).describe('Name of the Promise'),
};

/** @internal */
export const renderOutput = {
  path: (z: Zod) =>
    z
      .string()
      .describe('Path of the file, in the workspace and in the repository'),
  manifest: (z: Zod) => z.string().describe('Content of the file'),
  commitAction: (z: Zod) =>
    z
      .enum(['create', 'update'])
      .describe('What the pull request does with the file'),
  severity: (z: Zod) =>
    z
      .enum(['safe', 'risky', 'breaking'])
      .describe('Verdict of the impact report'),
  repoUrl: (z: Zod) =>
    z
      .string()
      .describe(
        'Repository of the platform to promote to, for a publish action',
      ),
  branch: (z: Zod) => z.string().describe('Branch of the pull request'),
  targetBranch: (z: Zod) =>
    z.string().describe('Branch that the pull request is merged into'),
  title: (z: Zod) => z.string().describe('Title of the pull request'),
  description: (z: Zod) =>
    z.string().describe('Text of the pull request: the impact report'),
};

/** @internal */
export const applyOutput = {
  severity: renderOutput.severity,
  report: (z: Zod) => z.string().describe('The impact report, in Markdown'),
};

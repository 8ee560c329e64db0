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
    z.string().min(1).describe('Name of the platform that gets the Promise'),
  from: (z: Zod) =>
    z.string().min(1).describe('Name of the platform that has it'),
  promise: (z: Zod) => z.string().min(1).describe('Name of the Promise'),
};

/** @internal */
export const renderOutput = {
  path: (z: Zod) =>
    z
      .string()
      .describe('Where the file is, in the workspace and in the repository'),
  manifest: (z: Zod) => z.string().describe('The file'),
  commitAction: (z: Zod) => z.enum(['create', 'update']),
  severity: (z: Zod) =>
    z.enum(['safe', 'risky', 'breaking']).describe('What the report says'),
  repoUrl: (z: Zod) => z.string().describe('For a publish action'),
  branch: (z: Zod) => z.string(),
  targetBranch: (z: Zod) => z.string(),
  title: (z: Zod) => z.string(),
  description: (z: Zod) => z.string().describe('The impact report'),
};

/** @internal */
export const applyOutput = {
  severity: renderOutput.severity,
  report: (z: Zod) => z.string().describe('The impact report, as Markdown'),
};

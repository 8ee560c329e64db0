import type { z as zod } from 'zod/v3';
import { applyInput } from '../apply/applySchema';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

/**
 * What `kratix:resource:render` takes.
 * @internal
 */
export const renderInput = {
  ...applyInput,
  mode: (z: Zod) =>
    z
      .enum(['create', 'change', 'delete'])
      .optional()
      .describe(
        'create (default): a new request. change: an existing request; its whole spec is replaced, except for secrets that are left out. delete: removes the file, which must be in the repository',
      ),
};

/**
 * What `kratix:resource:render` answers.
 * @internal
 */
export const renderOutput = {
  entityRef: (z: Zod) => z.string().describe('Catalog entity of the request'),
  path: (z: Zod) =>
    z
      .string()
      .describe('Path of the file, in the workspace and in the repository'),
  manifest: (z: Zod) =>
    z
      .string()
      .describe('Content of the file; for a removal, its current content'),
  commitAction: (z: Zod) =>
    z
      .enum(['create', 'update', 'delete'])
      .describe('What the pull request does with the file'),
  repoUrl: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        "The platform's repository, for a publish action. Like all outputs below, absent if the platform does not take orders by pull request",
      ),
  branch: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Branch of the pull request, unique to the request and the task',
      ),
  targetBranch: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Branch that the pull request is merged into'),
  title: (z: Zod) =>
    z.string().optional().describe('Title of the pull request'),
  description: (z: Zod) =>
    z.string().optional().describe('Text of the pull request'),
};

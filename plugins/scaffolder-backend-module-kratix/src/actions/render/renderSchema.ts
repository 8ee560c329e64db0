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
        'create (when left out): a new request. change: one that exists, whose whole spec is replaced. delete: its file, which the repository must have',
      ),
};

/**
 * What `kratix:resource:render` answers.
 * @internal
 */
export const renderOutput = {
  entityRef: (z: Zod) =>
    z.string().describe('Catalog entity that stands for the request'),
  path: (z: Zod) =>
    z
      .string()
      .describe('Where the file is, in the workspace and in the repository'),
  manifest: (z: Zod) =>
    z.string().describe('The file; for a removal, as it is now'),
  commitAction: (z: Zod) =>
    z
      .enum(['create', 'update', 'delete'])
      .describe('What happens to the file in the repository'),
  repoUrl: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        "The platform's repository, for a publish action; absent, as all that follows, where orders are not delivered by pull request",
      ),
  branch: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('A branch that no other request or task has'),
  targetBranch: (z: Zod) => z.string().optional(),
  title: (z: Zod) => z.string().optional(),
  description: (z: Zod) => z.string().optional(),
};

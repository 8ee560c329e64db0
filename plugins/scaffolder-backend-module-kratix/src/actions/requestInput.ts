import type { z as zod } from 'zod/v3';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

/**
 * How an action is told which request it is about.
 * @internal
 */
export const requestInput = {
  platform: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Name of the platform. Required when several are configured (kratix.platforms)',
      ),
  promise: (z: Zod) => z.string().describe('Name of the Promise'),
  namespace: (z: Zod) =>
    z.string().describe('Kubernetes namespace of the request'),
  name: (z: Zod) => z.string().describe('Name of the request'),
};

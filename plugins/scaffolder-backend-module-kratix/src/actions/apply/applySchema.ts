import type { z as zod } from 'zod/v3';
import { requestInput } from '../requestInput';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

/**
 * What `kratix:resource:apply` takes.
 * @internal
 */
export const applyInput = {
  ...requestInput,
  mode: (z: Zod) =>
    z
      .enum(['create', 'change'])
      .optional()
      .describe(
        'create (default): a new request; fails if the name is taken. change: an existing request; its whole spec is replaced, except for secrets that are left out',
      ),
  spec: (z: Zod) =>
    z
      .record(z.unknown())
      .optional()
      .describe(
        'The spec of the request, as the API of the Promise defines it',
      ),
  owner: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Entity reference of the owner in the catalog: a group or a user',
      ),
};

/**
 * What `kratix:resource:apply` answers.
 * @internal
 */
export const applyOutput = {
  entityRef: (z: Zod) => z.string().describe('Catalog entity of the request'),
  platform: (z: Zod) => z.string().describe('Name of the platform'),
  apiVersion: (z: Zod) => z.string().describe('API version of the request'),
  kind: (z: Zod) => z.string().describe('Kind of the request'),
  namespace: (z: Zod) =>
    z.string().describe('Kubernetes namespace of the request'),
  name: (z: Zod) => z.string().describe('Name of the request'),
  uid: (z: Zod) =>
    z.string().describe('UID of the object, for kratix:resource:wait'),
  generation: (z: Zod) =>
    z
      .number()
      .optional()
      .describe(
        'Generation of the object after the write, for kratix:resource:wait',
      ),
  manifest: (z: Zod) =>
    z.string().describe('The manifest as it was sent, in YAML'),
};

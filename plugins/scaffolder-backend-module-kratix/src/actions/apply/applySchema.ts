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
        'create (when left out): a new request; a name that is taken fails. change: an existing request, whose whole spec is replaced',
      ),
  spec: (z: Zod) =>
    z
      .record(z.unknown())
      .optional()
      .describe(
        'What is asked for, as the API of the Promise has it under spec',
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
  entityRef: (z: Zod) =>
    z.string().describe('Catalog entity that will stand for the request'),
  platform: (z: Zod) => z.string(),
  apiVersion: (z: Zod) => z.string(),
  kind: (z: Zod) => z.string(),
  namespace: (z: Zod) => z.string(),
  name: (z: Zod) => z.string(),
  uid: (z: Zod) =>
    z.string().describe('Which object it is, for kratix:resource:wait'),
  generation: (z: Zod) =>
    z
      .number()
      .optional()
      .describe('Which state of it, for kratix:resource:wait'),
  manifest: (z: Zod) =>
    z.string().describe('The manifest as it was sent, as YAML'),
};

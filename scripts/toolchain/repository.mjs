import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder that holds the root package.json. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the repository. */
export const inRepository = (...parts) => join(repositoryRoot, ...parts);

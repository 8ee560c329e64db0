import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What Node needs to run a TypeScript file of this repository as it stands. */
export const typescriptArgs = [
  '--enable-source-maps',
  '--require',
  require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
];

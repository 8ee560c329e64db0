import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ToolchainError } from '../toolchain/ToolchainError.mjs';
import { readTail } from '../toolchain/readTail.mjs';
import { spawnNode } from './spawnNode.mjs';

const GRACE_MS = 8_000;

/**
 * Starts the portal's processes and sees to it that none outlives this one:
 * Ctrl-C, a signal and a failure stop them all; if this process is killed
 * outright, they notice (exitWithParent.cjs).
 */
export function createSupervisor() {
  const children = new Set();
  const dismissed = new WeakSet();
  const state = { isStopping: false };

  const stop = async () => {
    state.isStopping = true;
    await Promise.all([...children].map(endChild));
  };
  const onSignal = async () => {
    if (state.isStopping) {
      children.forEach(child => child.kill('SIGKILL'));
      return;
    }
    console.log('\nStopping …');
    await stop();
    process.exit(0);
  };
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(s => process.on(s, onSignal));

  return {
    /** Starts a Node process; what it prints goes to `log` and, line by line, to `onLine`. */
    start({ title, args, cwd, env, log, onLine = () => {}, onExit }) {
      const child = spawnNode(args, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.add(child);
      record({ child, log, onLine });
      child.on('exit', (code, signal) => {
        children.delete(child);
        if (!state.isStopping && !dismissed.has(child)) {
          onExit({ title, log, reason: signal ?? `code ${code}` });
        }
      });
      return child;
    },

    /** Ends one of them; that is no failure. */
    async stop(child) {
      dismissed.add(child);
      await endChild(child);
    },

    get isStopping() {
      return state.isStopping;
    },

    async fail(error) {
      if (state.isStopping) {
        return; // a consequence of the stop, not its cause
      }
      const isExpected = error instanceof ToolchainError;
      console.error(`\n${isExpected ? error.message : error.stack}\n`);
      await stop();
      process.exit(1);
    },
  };
}

/** The error of a process that ended although it was needed. */
export function endedTooEarly({ title, log, reason }) {
  return new ToolchainError(
    `${readTail(
      log,
    )}\n\n${title} ended (${reason}). Its whole log is in ${log}.`,
  );
}

function record({ child, log, onLine }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: 'w' });
  for (const stream of [child.stdout, child.stderr]) {
    const state = { rest: '' };
    stream.setEncoding('utf8').on('data', text => {
      file.write(text);
      const lines = (state.rest + text).split('\n');
      state.rest = lines.pop();
      lines.forEach(onLine);
    });
  }
}

function endChild(child) {
  return new Promise(resolve => {
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

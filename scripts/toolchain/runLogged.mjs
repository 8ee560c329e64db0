import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { commandLine } from './commandLine.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { readTail } from './readTail.mjs';
import { startProgress } from './startProgress.mjs';
import { ToolchainError } from './ToolchainError.mjs';

/**
 * Runs one long command: its output goes to a log file, a single calm line says
 * what it is at. `describe` turns a line of output into that text.
 */
export async function runLogged(options) {
  const { title, describe = () => undefined, mayFail = false } = options;
  const log = openLog(options.log ?? 'install.log');
  const progress = startProgress(title);
  const failure = await run(options, chunk => {
    log.stream.write(chunk);
    const texts = String(chunk).split('\n').map(describe).filter(Boolean);
    progress.say(texts.at(-1));
  });
  await new Promise(resolve => log.stream.end(resolve));
  progress.done(!failure);
  if (failure && !mayFail) {
    throw new ToolchainError(describeFailure(options, log.path, failure));
  }
  return { ok: !failure };
}

function openLog(name) {
  const path = inRepository('.toolchain', 'logs', name);
  mkdirSync(dirname(path), { recursive: true });
  return { path, stream: createWriteStream(path, { flags: 'w' }) };
}

function run({ command, args, cwd, env = process.env }, onOutput) {
  return new Promise(resolve => {
    const line = commandLine(command, args);
    const child = spawn(line.command, line.args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: line.shell,
    });
    const end = () => child.kill();
    process.once('exit', end);
    child.stdout.on('data', onOutput);
    child.stderr.on('data', onOutput);
    child.on('error', error =>
      resolve(`cannot run ${command}: ${error.message}`),
    );
    child.on('close', (code, signal) => {
      process.removeListener('exit', end);
      resolve(code === 0 ? undefined : `ended with ${signal ?? code}`);
    });
  });
}

function describeFailure({ title, command, hint }, path, failure) {
  return [
    readTail(path),
    '',
    `${title}: ${command} ${failure}.`,
    hint,
    `The whole log is in ${relative(repositoryRoot, path)}.`,
  ].join('\n');
}

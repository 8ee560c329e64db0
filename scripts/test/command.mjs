import { spawnNode } from '../processes/spawnNode.mjs';
import { repositoryRoot } from '../toolchain/repository.mjs';

/** Runs a script of node_modules and gives its exit code and all that it printed. */
export function runNode(args, env = {}) {
  return new Promise(resolve => {
    const child = spawnNode(args, {
      cwd: repositoryRoot,
      env: { ...process.env, CI: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.on('close', code =>
      resolve({ code, output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** A stage that is one command: it passes or fails as a whole. */
export function command(script, args = [], hint = '') {
  return async () => {
    const { code, output } = await runNode([script, ...args]);
    return asResult(code === 0, [output.trimEnd(), hint].join('\n'));
  };
}

/** A stage that is a function returning what it found wrong. */
export function asCheck(findProblems) {
  return async () => {
    const problems = await findProblems();
    return asResult(problems.length === 0, problems.join('\n\n'));
  };
}

function asResult(isGood, output) {
  return {
    passed: Number(isGood),
    failed: Number(!isGood),
    skipped: 0,
    output,
  };
}

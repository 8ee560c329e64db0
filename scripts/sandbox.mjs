// `npm run sandbox -- --port <n> --kubeconfig <file>`: the pretend platform
// alone, with the examples of this repository (`--empty`: without). All of its
// options: `npm run sandbox -- --help`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inRepository } from './toolchain/repository.mjs';

const exitWithParent = fileURLToPath(
  new URL('./processes/exitWithParent.cjs', import.meta.url),
);
const child = spawn(
  process.execPath,
  [
    ...['--require', exitWithParent],
    inRepository('packages', 'sandbox', 'bin', 'kratix-sandbox'),
    ...withExamples(process.argv.slice(2)),
  ],
  {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Paths on the command line are meant from where the command was typed.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

function withExamples(args) {
  const saysItself = args.some(arg => /^--(empty|examples|help)\b/.test(arg));
  return saysItself ? args : [...args, '--examples', inRepository('examples')];
}

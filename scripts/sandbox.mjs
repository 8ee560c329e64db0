// `npm run sandbox -- --port <n> --kubeconfig <file>`: the pretend platform
// alone, with the examples of this repository (`--empty`: without). All of its
// options: `npm run sandbox -- --help`.
import { spawnNode } from './processes/spawnNode.mjs';
import { inRepository } from './toolchain/repository.mjs';

const child = spawnNode(
  [
    inRepository('packages', 'sandbox', 'bin', 'kratix-sandbox'),
    ...withExamples(process.argv.slice(2)),
  ],
  {
    stdio: ['inherit', 'inherit', 'inherit'],
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

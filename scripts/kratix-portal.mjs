// `npm run -s kratix-portal -- <command>`: the command line for authors of
// Promises, from a checkout. Its standard output is the result and nothing
// else. All of its commands: `npm run -s kratix-portal -- --help`.
import { spawnNode } from './processes/spawnNode.mjs';
import { inRepository } from './toolchain/repository.mjs';

const child = spawnNode(
  [
    inRepository('packages', 'cli', 'bin', 'kratix-portal'),
    ...process.argv.slice(2),
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
child.on('exit', (code, signal) => process.exit(signal ? 2 : code));

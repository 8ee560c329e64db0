// `npm run sandbox -- --port <n> --kubeconfig <file>`: the pretend platform
// alone. Its options are those of packages/sandbox (`--help` lists them).
import { spawn } from 'node:child_process';
import { inRepository } from './toolchain/repository.mjs';
import { typescriptArgs } from './portal/typescript.mjs';

const cli = inRepository('packages', 'sandbox', 'src', 'cli.ts');
const child = spawn(
  process.execPath,
  [...typescriptArgs, cli, ...process.argv.slice(2)],
  // Paths on the command line are meant from where the command was typed.
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { systemClock } from './apiserver/clock';
import { writeFileAtomically } from './apiserver/storage/writeFileAtomically';
import { createSandbox } from './createSandbox';

interface CliOptions {
  port: number;
  kubeconfig: string;
  examples: readonly string[];
  empty: boolean;
  state?: string;
  speed: number;
  name: string;
  rbac: boolean;
  still: boolean;
}

/**
 * The `kratix-sandbox` command: runs until it is told to stop.
 * @public
 */
export async function runCli(argv: readonly string[]): Promise<void> {
  const command = new Command('kratix-sandbox')
    .description('A pretend Kratix platform that kubectl can talk to')
    .option('--port <n>', 'port on 127.0.0.1; 0 picks a free one', toPort, 0)
    .option(
      '--kubeconfig <file>',
      'where to write the kubeconfig',
      'kratix-sandbox.kubeconfig',
    )
    .option(
      '--examples <path>',
      'Promises and requests to start with: a folder or a file; given again, it adds and replaces',
      (path: string, before: readonly string[]) => [...before, path],
      [],
    )
    .option('--empty', 'start without examples', false)
    .option(
      '--state <file>',
      'keep the objects and the end of the logs in this file across restarts',
    )
    .option('--speed <n>', 'how much faster than real time', toSpeed, 1)
    .option('--name <platform>', 'context name', 'kratix-sandbox')
    .option('--rbac', 'evaluate the stored roles for other users', false)
    .option('--still', 'keep every object as it is: no Kratix acts', false)
    .parse([...argv]);
  await start(command.opts<CliOptions>());
}

async function start(options: CliOptions): Promise<void> {
  const sandbox = await createSandbox({
    port: options.port,
    clock: systemClock({ speed: options.speed }),
    examples: options.examples,
    empty: options.empty,
    stateFile: options.state,
    name: options.name,
    authorization: options.rbac ? 'rbac' : 'allow-all',
    admin: true,
    kratix: { still: options.still },
    resumeFrom: readIfPresent(options.kubeconfig),
  });
  writeFileAtomically(options.kubeconfig, sandbox.kubeconfig);
  process.stdout.write(
    `Kratix sandbox at ${sandbox.url}, kubeconfig ${resolve(
      options.kubeconfig,
    )}\n`,
  );
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function readIfPresent(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('a number from 0 to 65535 is expected');
  }
  return port;
}

function toSpeed(text: string): number {
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed <= 0) {
    throw new InvalidArgumentError('a number above 0 is expected');
  }
  return speed;
}

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A PostgreSQL of its own in a directory of its own, which goes away with it. Data is not kept safe: nobody needs
 * it afterwards.
 */
export class PostgresServer {
  private constructor(
    readonly port: number,
    private readonly directory: string,
    private readonly child: ChildProcess,
  ) {}

  /** Where its programs are; undefined when there are none on this machine. */
  static findPrograms(): string | undefined {
    const packaged = '/usr/lib/postgresql';
    const versions = existsSync(packaged) ? readdirSync(packaged) : [];
    const directories = [
      ...versions
        .sort((a, b) => Number(b) - Number(a))
        .map(version => join(packaged, version, 'bin')),
      ...(process.env.PATH ?? '').split(':'),
    ];
    return directories.find(
      directory =>
        existsSync(join(directory, 'initdb')) &&
        existsSync(join(directory, 'postgres')),
    );
  }

  static async start(programs: string): Promise<PostgresServer> {
    const account = await accountFor();
    const directory = mkdtempSync(join(tmpdir(), 'kratix-postgres-'));
    if (account) {
      chownSync(directory, account.uid, account.gid);
    }
    const options = { cwd: directory, ...account };
    const data = join(directory, 'data');
    await run(
      join(programs, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      options,
    );
    const port = await freePort();
    const child = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        data,
        '-p',
        `${port}`,
        '-k',
        directory,
        '-h',
        '127.0.0.1',
        '-F',
        '-c',
        'max_connections=200',
      ],
      { ...options, stdio: 'ignore' },
    );
    const server = new PostgresServer(port, directory, child);
    await server.#ready(join(programs, 'pg_isready'));
    return server;
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    if (this.child.exitCode === null) {
      this.child.kill('SIGQUIT'); // at once; its data is not needed any more
      await gone;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }

  async #ready(program: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      try {
        await run(program, ['-h', '127.0.0.1', '-p', `${this.port}`]);
        return;
      } catch (error) {
        if (Date.now() > deadline || this.child.exitCode !== null) {
          await this.stop();
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }
}

/** PostgreSQL refuses to run as root. */
async function accountFor(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const idOf = async (flag: string) =>
    Number((await run('id', [flag, 'postgres'])).stdout.trim());
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return port;
}

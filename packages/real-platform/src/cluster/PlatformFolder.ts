import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyPairPem } from '../certificates/CertificateAuthority';

/**
 * The folder that holds everything one platform writes; it is new for every
 * start, so no run can be explained by an earlier one.
 *
 * @internal
 */
export interface PlatformFolder {
  readonly path: string;
  /** An absolute path inside the folder. */
  at(...segments: string[]): string;
  logPath(name: string): string;
  /** Writes a file that only we may read. */
  write(name: string, content: string): Promise<string>;
  writeKeyPair(
    name: string,
    pair: KeyPairPem,
  ): Promise<{ certificatePath: string; privateKeyPath: string }>;
  remove(): Promise<void>;
}

/**
 * Makes the folder below the operating system's own for temporary files.
 *
 * @internal
 */
export async function createPlatformFolder(): Promise<PlatformFolder> {
  const path = await realpath(
    await mkdtemp(join(tmpdir(), 'kratix-real-platform-')),
  );
  await mkdir(join(path, 'logs'));
  const write = async (name: string, content: string) => {
    const file = join(path, name);
    await writeFile(file, content, { mode: 0o600 });
    return file;
  };
  return {
    path,
    at: (...segments) => join(path, ...segments),
    logPath: name => join(path, 'logs', `${name}.log`),
    write,
    async writeKeyPair(name, pair) {
      return {
        certificatePath: await write(`${name}.crt`, pair.certificate),
        privateKeyPath: await write(`${name}.key`, pair.privateKey),
      };
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

import { readFile } from 'node:fs/promises';
import { KubernetesError } from '../failures/KubernetesError';

/**
 * A file with a certificate, a key or a token, named where it cannot be read: the system's own message would
 * only say that something is missing.
 * @internal
 */
export async function readAccessFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new KubernetesError(
      'misconfigured',
      `The file ${path} cannot be read (${code}); check kratix.platforms[].connection`,
    );
  }
}

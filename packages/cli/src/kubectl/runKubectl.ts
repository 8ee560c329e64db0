import { spawn } from 'node:child_process';

/**
 * What kubectl printed, or why it did not.
 * @internal
 */
export type KubectlAnswer =
  | { readonly ok: true; readonly stdout: string }
  | { readonly ok: false; readonly message: string };

/** It says the same many times when it is at a loss; all that it says once is within this. */
const MOST_MESSAGE = 10_000;

/**
 * Runs kubectl, which knows kubeconfigs and every way to sign in, so that the command line needs no client of
 * its own and no Backstage. No shell comes between.
 * @internal
 */
export function runKubectl(args: readonly string[]): Promise<KubectlAnswer> {
  return new Promise(resolve => {
    const child = spawn('kubectl', [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.once('error', error =>
      resolve({
        ok: false,
        message: `kubectl cannot be run: ${error.message}`,
      }),
    );
    child.once('close', code =>
      resolve(
        code === 0
          ? { ok: true, stdout: Buffer.concat(stdout).toString('utf8') }
          : {
              ok: false,
              message:
                Buffer.concat(stderr)
                  .toString('utf8')
                  .trim()
                  .slice(-MOST_MESSAGE) || `kubectl ended with ${code}`,
            },
      ),
    );
  });
}

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

/** For all that one call reads. A plugin that waits for somebody to sign in would wait in CI for ever. */
const PATIENCE_MS = 120_000;

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
      timeout: PATIENCE_MS,
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
    child.once('close', (code, signal) => {
      const said = toText(stderr).trim().slice(-MOST_MESSAGE);
      const ended = signal
        ? `kubectl gave no answer within ${PATIENCE_MS / 1000} s`
        : `kubectl ended with ${code}`;
      resolve(
        code === 0
          ? { ok: true, stdout: toText(stdout) }
          : { ok: false, message: said || ended },
      );
    });
  });
}

function toText(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

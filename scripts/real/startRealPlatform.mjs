import { mkdirSync, rmSync } from 'node:fs';
import { spawnNode } from '../processes/spawnNode.mjs';
import { inRepository, repositoryRoot } from '../toolchain/repository.mjs';

/** What the command says when it lacks a program that it cannot build (sysexits.h EX_UNAVAILABLE). */
const LACKS_MEANS = 69;

/**
 * Starts packages/real-platform and waits until it can be used. Gives `{ kubeconfig, kubectl, auditLog, stop }`,
 * without the two in the middle for a cluster that somebody lends, or `{ lacks }` where the machine has not what
 * it takes.
 */
export function startRealPlatform(name, options, say) {
  const folder = inRepository('artifacts', 'real');
  const kubeconfig = `${folder}/${name}.kubeconfig`;
  mkdirSync(folder, { recursive: true });
  rmSync(kubeconfig, { force: true });
  const child = spawnNode(
    [
      inRepository('packages/real-platform/bin/real-platform'),
      ...['--kubeconfig', kubeconfig, ...options],
    ],
    { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const closed = new Promise(resolve => {
    child.once('close', code => resolve(code));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
  };

  return new Promise((resolve, reject) => {
    let output = '';
    const onText = chunk => {
      const text = chunk.toString();
      output += text;
      say(text.trimEnd());
    };
    child.stdout.on('data', onText);
    child.stderr.on('data', onText);
    child.on('message', message => {
      // Whatever is loaded along may have something to say too.
      if (message.kubectl || message.existing) {
        resolve({ ...message, kubeconfig, stop });
      }
    });
    void closed.then(code =>
      code === LACKS_MEANS
        ? resolve({ lacks: output.trim() })
        : reject(new Error(`The platform did not start:\n${output}`)),
    );
  });
}

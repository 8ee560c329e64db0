import { execFile } from 'node:child_process';

/** Runs the platform's kubectl as its administrator, and answers what it prints. */
export function kubectl({ kubectl: program, kubeconfig }, words, input = '') {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [`--kubeconfig=${kubeconfig}`, ...words],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin.end(input);
  });
}

/** Server-side apply, in order: client-side apply cannot hold a Promise as large as ours. */
export function apply(platform, objects) {
  return kubectl(
    platform,
    [
      ...['apply', '--server-side', '--force-conflicts'],
      ...['--field-manager=examples', '--filename=-'],
    ],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
  );
}

import { runGo } from './runGo';

const NEEDED_MAJOR = 1;
const NEEDED_MINOR = 26;

/**
 * Why this machine cannot build the programs, or undefined when it can.
 *
 * @internal
 */
export async function goToolProblem(): Promise<string | undefined> {
  try {
    return goVersionProblem(await runGo(['env', 'GOVERSION']));
  } catch {
    return `Go ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer is not installed`;
  }
}

/**
 * Whether a version as `go env GOVERSION` prints it is new enough for
 * Kubernetes 1.36 and for Kratix (their go.mod files say 1.26.0).
 *
 * @internal
 */
export function goVersionProblem(printed: string): string | undefined {
  const match = /^go(\d+)\.(\d+)/.exec(printed.trim());
  const major = Number(match?.[1] ?? 0);
  const minor = Number(match?.[2] ?? 0);
  const isNewEnough =
    major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR);
  return isNewEnough
    ? undefined
    : `Go ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer is needed, and this is ${printed.trim()}`;
}

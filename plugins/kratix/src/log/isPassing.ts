import type { ApiProblem } from '../api';

/**
 * Whether a log may come by itself, if it is only asked for again.
 * @internal
 */
export function isPassing({ kind }: ApiProblem): boolean {
  return kind === 'noAnswer' || kind === 'unreachable';
}

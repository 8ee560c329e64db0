import type { ApiProblem } from '../../api';

/**
 * Whether people should hear that what waits for review is not known. The rest is told by the card of the
 * service or the request, once.
 * @internal
 */
export function isWorthSaying(problem: ApiProblem | undefined): boolean {
  if (!problem) {
    return false;
  }
  switch (problem.kind) {
    case 'unreachable':
    case 'failed':
    case 'invalid':
      return true;
    case 'forbidden':
    case 'unauthorised':
    case 'notFound':
    case 'noAnswer':
    case 'notInstalled':
      return false;
    default:
      return problem.kind satisfies never;
  }
}

import type { Problem } from '../../model';
import { bounds } from './bounds';
import { tell } from '../../wording';

/**
 * Adds a problem of one object, up to a number that a person reads. Whoever may write one object must not
 * fill every replica's memory and log with what is wrong with it.
 * @internal
 */
export function addProblem(problems: Problem[], problem: Problem): void {
  if (problems.length < bounds.problems - 1) {
    problems.push(problem);
  } else if (problems.length < bounds.problems) {
    problems.push({
      code: 'too-many-problems',
      ...tell('problem.tooMany'),
    });
  }
}

import type { Translate } from '../../../translation';
import type { PlacedProblem } from './placeProblems';

/** As RJSF reads errors: `__errors` of this field, and the same below each child. */
interface ErrorNode {
  __errors?: string[];
  [child: string]: unknown;
}

/**
 * Adds problems at their fields below the one that is validated. One is always said of the field itself:
 * Backstage's form goes on where it finds none there (plugin-scaffolder-react, `Stepper/utils`, `hasErrors`).
 * @internal
 */
export function addProblems(
  field: { addError(message: string): void },
  problems: readonly PlacedProblem[],
  t: Translate,
): void {
  const below = problems.filter(({ way }) => way.length > 0);
  problems
    .filter(({ way }) => way.length === 0)
    .forEach(({ message }) => field.addError(message));
  below.forEach(problem => addBelow(field, problem));
  if (below.length > 0 && below.length === problems.length) {
    field.addError(t('field.problemsBelow', { count: below.length }));
  }
}

function addBelow(field: object, { way, message }: PlacedProblem): void {
  const leaf = way.reduce<ErrorNode>((node, part) => {
    const known = Object.hasOwn(node, part) ? node[part] : undefined;
    const child: ErrorNode =
      typeof known === 'object' && known !== null ? { ...known } : {};
    node[part] = child;
    return child;
  }, field as ErrorNode);
  leaf.__errors = [...(leaf.__errors ?? []), message];
}

import { isObject } from '../json/json';
import { badRequest } from '../status/StatusError';

/** @internal */
export interface FieldSelector {
  matches(object: unknown): boolean;
  /** The name that the selector pins down, if it does: then one object is enough to read. */
  readonly name?: string;
}

/**
 * Compiles `metadata.name=a,status.phase!=Running`. A field that the type does not support is refused,
 * as the API server does.
 * @internal
 */
export function compileFieldSelector(
  selector: string | undefined,
  supported: readonly string[],
): FieldSelector {
  const terms = (selector ?? '')
    .split(',')
    .filter(term => term.trim() !== '')
    .map(term => parseTerm(term, selector ?? ''));
  for (const term of terms) {
    if (!supported.includes(term.path)) {
      throw badRequest(`field label not supported: ${term.path}`);
    }
  }
  return {
    name: terms.find(term => term.path === 'metadata.name' && !term.negated)
      ?.value,
    matches: object =>
      terms.every(
        term => (readField(object, term.path) === term.value) !== term.negated,
      ),
  };
}

interface Term {
  path: string;
  value: string;
  negated: boolean;
}

function parseTerm(term: string, selector: string): Term {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(term.trim());
  if (!match) {
    throw badRequest(
      `invalid selector: '${selector}'; can't understand '${term}'`,
    );
  }
  const [, path = '', operator, value = ''] = match;
  return { path: path.trim(), value, negated: operator === '!=' };
}

function readField(object: unknown, path: string): string {
  let value: unknown = object;
  for (const key of path.split('.')) {
    value = isObject(value) ? value[key] : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}

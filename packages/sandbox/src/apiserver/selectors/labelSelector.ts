import { badRequest } from '../status/StatusError';

/** @internal */
export type LabelMatcher = (
  labels: Readonly<Record<string, string>> | undefined,
) => boolean;

/**
 * Compiles `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 * Source of the grammar: k8s.io/apimachinery/pkg/labels/selector.go.
 * @internal
 */
export function compileLabelSelector(selector?: string): LabelMatcher {
  const terms = splitTerms(selector ?? '').map(compileTerm);
  return labels => terms.every(term => term(labels ?? {}));
}

type TermMatcher = (labels: Readonly<Record<string, string>>) => boolean;

function splitTerms(selector: string): string[] {
  const terms = selector.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];
  return terms.map(term => term.trim()).filter(term => term !== '');
}

function compileTerm(term: string): TermMatcher {
  const set = /^([^\s!=,()]+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(term);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels =>
          Object.hasOwn(labels, key) && values.includes(labels[key] ?? '')
      : labels =>
          !Object.hasOwn(labels, key) || !values.includes(labels[key] ?? '');
  }
  const equality = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/.exec(term);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => Object.hasOwn(labels, key) && labels[key] === value;
  }
  const existence = /^(!?)\s*([^\s!=,()]+)$/.exec(term);
  if (existence) {
    const [, negated, key = ''] = existence;
    return labels => Object.hasOwn(labels, key) === !negated;
  }
  throw badRequest(
    `unable to parse requirement: found '${term}', expected: label selector`,
  );
}

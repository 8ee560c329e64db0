import { getOwn, isObject } from '../json/json';

/**
 * Compiles the simple JSONPath of printer columns: fields, quoted keys, indexes, `[*]`, and
 * `[?(@.type=="Ready")]`. Returns every value found; a path it cannot read finds nothing.
 * Source of the syntax: k8s.io/client-go/util/jsonpath.
 * @internal
 */
export function compileJsonPath(path: string): (root: unknown) => unknown[] {
  const steps = parseSteps(path);
  return steps === 'unreadable'
    ? () => []
    : root =>
        steps.reduce<unknown[]>((values, step) => values.flatMap(step), [root]);
}

type Step = (value: unknown) => unknown[];

function parseSteps(path: string): Step[] | 'unreadable' {
  const steps: Step[] = [];
  let rest = path
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/^\$/, '');
  while (rest !== '') {
    const parsed = parseStep(rest);
    if (!parsed) {
      return 'unreadable';
    }
    steps.push(parsed.step);
    rest = rest.slice(parsed.length);
  }
  return steps;
}

function parseStep(rest: string): { step: Step; length: number } | undefined {
  const field = /^\.((?:\\.|[^.[\]\\])+)/.exec(rest);
  if (field) {
    const name = (field[1] ?? '').replace(/\\(.)/g, '$1');
    return {
      step: name === '*' ? children : readField(name),
      length: field[0].length,
    };
  }
  const quoted = /^\.?\[\s*(?:'([^']*)'|"([^"]*)")\s*\]/.exec(rest);
  if (quoted) {
    return {
      step: readField(quoted[1] ?? quoted[2] ?? ''),
      length: quoted[0].length,
    };
  }
  const index = /^\.?\[\s*(-?\d+|\*)\s*\]/.exec(rest);
  if (index) {
    return {
      step: index[1] === '*' ? children : readIndex(Number(index[1])),
      length: index[0].length,
    };
  }
  return parseFilter(rest);
}

function parseFilter(rest: string): { step: Step; length: number } | undefined {
  const filter =
    /^\.?\[\?\(\s*@((?:\.[\w-]+|\['[^']*'\]|\["[^"]*"\])+)\s*(==|!=|<=|>=|<|>)\s*('[^']*'|"[^"]*"|[\w.-]+)\s*\)\]/.exec(
      rest,
    );
  if (!filter) {
    return undefined;
  }
  const [matched, path = '', operator = '==', literal = ''] = filter;
  const read = compileJsonPath(path);
  const wanted = /^['"]/.test(literal) ? literal.slice(1, -1) : literal;
  return {
    length: matched.length,
    step: value =>
      children(value).filter(item => compare(read(item)[0], operator, wanted)),
  };
}

function compare(actual: unknown, operator: string, wanted: string): boolean {
  if (actual === undefined || actual === null) {
    return false;
  }
  switch (operator) {
    case '==':
      return String(actual) === wanted;
    case '!=':
      return String(actual) !== wanted;
    case '<':
      return Number(actual) < Number(wanted);
    case '<=':
      return Number(actual) <= Number(wanted);
    case '>':
      return Number(actual) > Number(wanted);
    default:
      return Number(actual) >= Number(wanted);
  }
}

function readField(name: string): Step {
  return value => {
    const found = isObject(value) ? getOwn(value, name) : undefined;
    return found === undefined ? [] : [found];
  };
}

function readIndex(index: number): Step {
  return value => {
    const found = Array.isArray(value) ? value.at(index) : undefined;
    return found === undefined ? [] : [found];
  };
}

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return isObject(value) ? Object.values(value) : [];
}

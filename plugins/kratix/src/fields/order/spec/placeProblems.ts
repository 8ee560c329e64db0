import type { FieldProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import { readFieldPath } from './fieldPath';
import type { SpecOptions } from '../OrderOptions';
import { isRecord } from '../readOrder';

/**
 * A problem and the way to the field that shows it, below `spec`.
 * @internal
 */
export interface PlacedProblem {
  readonly way: readonly string[];
  readonly message: string;
}

/**
 * Where the problems of an order are shown on this page of its form: each at its field, or at the nearest
 * part that the form shows. What is on another page, or on none, is said of the page as a whole, and on the
 * last page only: before it, it may not have been filled in yet.
 * @internal
 */
export function placeProblems(
  problems: readonly FieldProblem[],
  form: { readonly schema: unknown; readonly options: SpecOptions },
): PlacedProblem[] {
  return problems.flatMap(problem => {
    const [root, ...path] = readFieldPath(problem.path);
    const isHere =
      root === 'spec' && path.length > 0 && hasChild(form.schema, path[0]);
    if (isHere) {
      return [descend(form.schema, path, problem.message)];
    }
    const rule = findRule(problem, form.options);
    const here = (rule?.names ?? []).filter(
      name => childOf(form.schema, name) !== undefined,
    );
    const { isLast, places } = form.options;
    if (
      rule &&
      here.length > 0 &&
      (isLast || here.length === rule.names.length)
    ) {
      return here.map(name => ({ way: [name], message: rule.message }));
    }
    if (!isLast) {
      return [];
    }
    const isSpec = root === 'spec';
    const other = places?.find(({ names }) => names.includes(path[0] ?? ''));
    const where = isSpec ? path.join('.') : problem.path;
    return [{ way: [], message: say(problem.message, other?.page, where) }];
  });
}

/** The rule about the whole that a problem is about, in its author's words where there are any. */
function findRule(
  { path, message }: FieldProblem,
  { rules = [] }: SpecOptions,
): { readonly names: readonly string[]; readonly message: string } | undefined {
  const rule =
    path === 'spec'
      ? rules.find(({ says }) => message.includes(says))
      : undefined;
  return (
    rule && {
      names: rule.names,
      message: /\bself\b/.test(rule.says) ? message : rule.says,
    }
  );
}

function say(message: string, page: string | undefined, where: string): string {
  if (!where) {
    return message;
  }
  return page
    ? `${where}, on the page “${page}”: ${message}`
    : `${where}: ${message}`;
}

function descend(
  schema: unknown,
  path: readonly string[],
  message: string,
): PlacedProblem {
  const way: string[] = [];
  let node = schema;
  for (const part of path) {
    const child = childOf(node, part);
    if (child === undefined) {
      break;
    }
    way.push(part);
    node = child;
  }
  const rest = path.slice(way.length).join('.');
  return { way, message: rest ? `${rest}: ${message}` : message };
}

function hasChild(schema: unknown, name: string | undefined): boolean {
  // Without fields of its own the whole of it is one editor.
  return (
    name !== undefined &&
    (childOf(schema, name) !== undefined ||
      (isRecord(schema) && schema.properties === undefined))
  );
}

function childOf(schema: unknown, name: string): unknown {
  if (!isRecord(schema)) {
    return undefined;
  }
  const { properties, items, additionalProperties } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, name)) {
    return properties[name];
  }
  if (isRecord(items) && /^\d+$/.test(name)) {
    return items;
  }
  return isRecord(additionalProperties) ? additionalProperties : undefined;
}

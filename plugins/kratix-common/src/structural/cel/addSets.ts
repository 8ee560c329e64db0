import { equalJson } from '../json';
import { requireSmall } from './CelBudget';
import type { AddFunction } from './AddFunction';

/** The constant `sets` of CEL. @internal */
export class SetsNamespace {}

/**
 * Lists as sets. Source: github.com/google/cel-go/ext/sets.go.
 * @internal
 */
export function addSets(add: AddFunction): void {
  type Binary = [SetsNamespace, unknown[], unknown[]];
  add('SetsNamespace.contains(list, list): bool', (...[, all, some]: Binary) =>
    containsAll(all, some),
  );
  add(
    'SetsNamespace.intersects(list, list): bool',
    (...[, one, other]: Binary) => {
      requireSmall(one.length * other.length);
      return one.some(item => contains(other, item));
    },
  );
  add(
    'SetsNamespace.equivalent(list, list): bool',
    (...[, one, other]: Binary) =>
      containsAll(one, other) && containsAll(other, one),
  );
}

function containsAll(all: unknown[], some: unknown[]): boolean {
  requireSmall(all.length * some.length);
  return some.every(item => contains(all, item));
}

function contains(list: unknown[], item: unknown): boolean {
  return list.some(other => equalJson(other, item));
}

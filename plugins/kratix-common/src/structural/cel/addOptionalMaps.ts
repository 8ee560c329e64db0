import { Optional } from '@marcbachmann/cel-js';
import type { AddFunction } from './AddFunction';

/**
 * `optMap`, which our library lacks: an optional is mapped as a list of at most one entry.
 * Source: github.com/google/cel-go/cel/library.go (OptionalTypes).
 * @internal
 */
export function withoutOptMap(expression: string): string {
  return /\.opt(Flat)?Map\(/.test(expression)
    ? expression
        .replace(/\.optMap\(/g, '.optItems().map(')
        .replace(/\.optFlatMap\(/g, '.optItems().map(')
        .replace(/\.orValue\(/g, '.optElse(')
        .replace(/\.hasValue\(\)/g, '.optIsSet()')
    : expression;
}

/** What `withoutOptMap` speaks of. @internal */
export function addOptionalMaps(add: AddFunction): void {
  for (const type of ['list', 'optional']) {
    add(`${type}.optItems(): list<dyn>`, itemsOf);
    add(
      `${type}.optIsSet(): bool`,
      (value: Maybe) => itemsOf(value).length > 0,
    );
    add(`${type}.optValue(): dyn`, (value: Maybe) => {
      const [item] = itemsOf(value);
      if (item === undefined) {
        throw new Error('optional.none() dereference');
      }
      return item;
    });
    add(`${type}.optElse(dyn): dyn`, (value: Maybe, other: unknown) => {
      const [item = other] = itemsOf(value);
      return item;
    });
  }
}

type Maybe = readonly unknown[] | Optional;

function itemsOf(value: Maybe): readonly unknown[] {
  const items = value instanceof Optional ? listOf(value) : value;
  return items.flatMap(item =>
    item instanceof Optional ? listOf(item) : [item],
  );
}

function listOf(value: Optional): readonly unknown[] {
  return value.hasValue() ? [value.value()] : [];
}

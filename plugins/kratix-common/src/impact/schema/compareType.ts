import { nodeKindOf, type CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import {
  hasDefaultWithin,
  isAnyValue,
  isIntOrString,
  preservesUnknown,
} from './readSchema';
import type { SchemaPair } from './SchemaPair';

/** @internal */
export function compareType(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = typeOf(pair.before);
  const after = typeOf(pair.after);
  if (before === after) {
    return [];
  }
  const was = `${path} was ${nounOf(before)} and is now ${nounOf(after)}`;
  const change = { code: 'type-changed', path, before, after } as const;
  const isEmptied =
    after === 'any' &&
    !preservesUnknown(pair.after) &&
    (before === 'object' || before === 'array');
  if (!takesEvery(after, before) || isEmptied) {
    const message = `${was}; values of today are refused or lose their fields.`;
    return [{ ...change, severity: 'breaking', message }];
  }
  // Its own default is compared as any other; those below it go with its shape.
  const { default: _own, ...below } = pair.before;
  return after === 'any' && hasDefaultWithin(below)
    ? [
        {
          ...change,
          severity: 'risky',
          message: `${was}, without the defaults inside it.`,
        },
      ]
    : [
        {
          ...change,
          severity: 'safe',
          message: `${was}, which takes the same values.`,
        },
      ];
}

type TypeName =
  | 'any'
  | 'array'
  | 'boolean'
  | 'int-or-string'
  | 'integer'
  | 'number'
  | 'object'
  | 'string';

function typeOf(schema: CrdSchema): TypeName {
  if (isIntOrString(schema)) {
    return 'int-or-string';
  }
  if (isAnyValue(schema)) {
    // A type may be left out and told by the other keywords.
    const kind = nodeKindOf(schema);
    return kind === 'object' || kind === 'map' ? 'object' : 'any';
  }
  return schema.type as TypeName;
}

function takesEvery(wide: TypeName, narrow: TypeName): boolean {
  switch (wide) {
    case 'any':
      return true;
    case 'number':
      return narrow === 'integer';
    case 'int-or-string':
      return narrow === 'integer' || narrow === 'string';
    default:
      return false;
  }
}

function nounOf(type: TypeName): string {
  switch (type) {
    case 'any':
      return 'anything';
    case 'array':
      return 'a list';
    case 'boolean':
      return 'true or false';
    case 'int-or-string':
      return 'an integer or text';
    case 'integer':
      return 'an integer';
    case 'number':
      return 'a number';
    case 'object':
      return 'an object';
    case 'string':
      return 'text';
    default:
      return 'something else';
  }
}

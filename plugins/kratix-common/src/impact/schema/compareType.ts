import { nodeKindOf, type CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import {
  hasDefaultWithin,
  isAnyValue,
  isIntOrString,
  preservesUnknown,
} from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell, wordingOf, type Wording } from '../../wording';

/** @internal */
export function compareType(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = typeOf(pair.before);
  const after = typeOf(pair.after);
  if (before === after) {
    return [];
  }
  const types = { path, before: nounOf(before), after: nounOf(after) };
  const change = { code: 'type-changed', path, before, after } as const;
  const isEmptied =
    after === 'any' &&
    !preservesUnknown(pair.after) &&
    (before === 'object' || before === 'array');
  if (!takesEvery(after, before) || isEmptied) {
    const told = tell('schema.typeNarrower', types);
    return [{ ...change, severity: 'breaking', ...told }];
  }
  // Its own default is compared as any other; those below it go with its shape.
  const { default: _own, ...below } = pair.before;
  return after === 'any' && hasDefaultWithin(below)
    ? [
        {
          ...change,
          severity: 'risky',
          ...tell('schema.typeWithoutDefaults', types),
        },
      ]
    : [
        {
          ...change,
          severity: 'safe',
          ...tell('schema.typeWider', types),
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

function nounOf(type: TypeName): Wording {
  switch (type) {
    case 'int-or-string':
      return wordingOf('type.intOrString');
    case 'any':
    case 'array':
    case 'boolean':
    case 'integer':
    case 'number':
    case 'object':
    case 'string':
      return wordingOf(`type.${type}`);
    default:
      return wordingOf('type.other');
  }
}

import { nodeKindOf, type CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { isAnyValue, isIntOrString } from './readSchema';
import type { SchemaPair } from './SchemaPair';

/** @internal */
export function compareType(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const before = typeOf(pair.before);
  const after = typeOf(pair.after);
  if (before === after) {
    return [];
  }
  const isWider = takesEvery(after, before);
  return [
    {
      code: 'type-changed',
      severity: isWider ? 'safe' : 'breaking',
      path,
      message: isWider
        ? `${path} was ${nounOf(before)} and is now ${nounOf(
            after,
          )}, which takes the same values.`
        : `${path} was ${nounOf(before)} and is now ${nounOf(
            after,
          )}; values of today are refused.`,
      before,
      after,
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

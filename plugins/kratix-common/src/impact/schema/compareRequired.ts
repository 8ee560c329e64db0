import { requiredOf } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { fieldPath, hasDefault, schemaOfKey } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * Which fields must be there. A default answers for a field that is left out (defaulting comes before
 * validation), so only a required field without one can refuse a request.
 * @internal
 */
export function compareRequired(pair: SchemaPair): PromiseChange[] {
  const before = requiredOf(pair.before);
  const after = requiredOf(pair.after);
  return [
    ...after
      .filter(name => hadBefore(name, pair))
      .flatMap(name => {
        const wasAsked =
          before.includes(name) && !isAnswered(name, pair.before);
        return describeAsked(name, pair, wasAsked, before.includes(name));
      }),
    ...before
      .filter(name => !after.includes(name) && schemaOfKey(pair.after, name))
      .map(name => describeOptional(fieldPath(pair.path, name))),
  ];
}

function describeAsked(
  name: string,
  pair: SchemaPair,
  wasAsked: boolean,
  wasRequired: boolean,
): PromiseChange[] {
  const path = fieldPath(pair.path, name);
  if (isAnswered(name, pair.after)) {
    return wasRequired
      ? []
      : [
          {
            code: 'required-added',
            severity: 'safe',
            path,
            ...tell('schema.requiredAnswered', { path }),
          },
        ];
  }
  return wasAsked
    ? []
    : [
        {
          code: 'required-added',
          severity: 'breaking',
          path,
          ...tell(
            wasRequired ? 'schema.requiredUnanswered' : 'schema.required',
            { path },
          ),
        },
      ];
}

function describeOptional(path: string): PromiseChange {
  return {
    code: 'required-removed',
    severity: 'safe',
    path,
    ...tell('schema.optional', { path }),
  };
}

function isAnswered(name: string, schema: SchemaPair['before']): boolean {
  return hasDefault(schemaOfKey(schema, name) ?? {});
}

/** A field that is new and required is told as a new field. */
function hadBefore(name: string, { before, after }: SchemaPair): boolean {
  return Boolean(schemaOfKey(before, name)) || !schemaOfKey(after, name);
}

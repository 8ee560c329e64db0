import { requiredOf } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { fieldPath, hasDefault, schemaOfKey } from './readSchema';
import type { SchemaPair } from './SchemaPair';

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
            message: `${path} is now required; its default answers where a request leaves it out.`,
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
          message: wasRequired
            ? `${path} is required and no longer has a default; requests that leave it out are refused.`
            : `${path} is now required; requests that leave it out are refused.`,
        },
      ];
}

function describeOptional(path: string): PromiseChange {
  return {
    code: 'required-removed',
    severity: 'safe',
    path,
    message: `${path} may now be left out.`,
  };
}

function isAnswered(name: string, schema: SchemaPair['before']): boolean {
  return hasDefault(schemaOfKey(schema, name) ?? {});
}

/** A field that is new and required is told as a new field. */
function hadBefore(name: string, { before, after }: SchemaPair): boolean {
  return Boolean(schemaOfKey(before, name)) || !schemaOfKey(after, name);
}

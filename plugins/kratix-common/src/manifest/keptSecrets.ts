import type { JsonObject, JsonValue } from '@backstage/types';
import { propertiesOf, type CrdSchema } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';
import { isSecret } from '../offers/findSecretPaths';

/**
 * The secrets of an object that a form does not give. The form of a change is opened without them
 * (`withoutSecrets`), so one that is left open stays as it stands. Of alternatives nothing is kept: which of
 * them is chosen shows in what is given.
 * @internal
 */
export function keptSecrets(
  given: JsonObject,
  before: {
    readonly schema: CrdSchema;
    readonly previous: JsonValue | undefined;
  },
): [string, JsonValue][] {
  const { schema, previous } = before;
  if (!isObject(previous) || schema.oneOf || schema.anyOf) {
    return [];
  }
  return propertiesOf(schema).flatMap(([name, child]): [string, JsonValue][] =>
    isSecret(child) &&
    Object.hasOwn(previous, name) &&
    !Object.hasOwn(given, name)
      ? [[name, previous[name] as JsonValue]]
      : [],
  );
}

import type { JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  propertiesOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';
import type { PromiseApi } from '../model';
import { equalJson } from '../structural/json';
import { isSecret } from './findSecretPaths';

const hidden = '••••••';

/**
 * A `spec` as it can be shown: what its API says are secrets is not told, only whether it is another one than
 * before.
 *
 * @param before - what stands, of a change
 * @public
 */
export function hideSecrets(
  api: Pick<PromiseApi, 'schema'>,
  spec: JsonObject,
  before?: Readonly<Record<string, unknown>>,
): JsonObject {
  return hide(spec, specSchemaOf(api.schema) ?? {}, before) as JsonObject;
}

function hide(
  value: JsonValue | undefined,
  schema: CrdSchema,
  before: unknown,
): JsonValue | undefined {
  if (isSecret(schema)) {
    return before === undefined || equalJson(value, before as JsonValue)
      ? hidden
      : `${hidden} (changed)`;
  }
  if (!isObject(value)) {
    return value;
  }
  const known = new Map(propertiesOf(schema));
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, child]) => [
      name,
      hide(
        child,
        asSchema(known.get(name)),
        isObject(before) ? before[name] : undefined,
      ),
    ]),
  );
}

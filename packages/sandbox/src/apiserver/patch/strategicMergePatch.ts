import { cloneJson, equalJson, getOwn, isObject, setOwn } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import { propertySchema } from '../schema/JsonSchema';
import { badRequest } from '../status/StatusError';

const deleteFromList = '$deleteFromPrimitiveList/';
const elementOrder = '$setElementOrder/';

/**
 * Kubernetes' own patch for built-in types, where lists may be merged by a key.
 * Source: k8s.io/apimachinery/pkg/util/strategicpatch/patch.go.
 * @internal
 */
export function strategicMergePatch(
  target: unknown,
  patch: unknown,
  schema: JsonSchema | undefined,
): unknown {
  if (!isObject(patch)) {
    throw badRequest('cannot unmarshal patch: expected an object');
  }
  return mergeObject(isObject(target) ? target : {}, patch, schema);
}

function mergeObject(
  target: JsonObject,
  patch: JsonObject,
  schema: JsonSchema | undefined,
): JsonObject {
  const directive = patch.$patch;
  if (directive === 'replace') {
    return cloneJson(without(patch, '$patch'));
  }
  if (directive === 'delete') {
    return {};
  }
  const result = retainKeys(target, patch);
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith(deleteFromList)) {
      removeItems(result, key.slice(deleteFromList.length), value);
    } else if (!key.startsWith('$')) {
      mergeField(result, { key, value }, schema);
    }
  }
  for (const [key, order] of Object.entries(patch)) {
    if (key.startsWith(elementOrder) && Array.isArray(order)) {
      sortItems(result, key.slice(elementOrder.length), order, schema);
    }
  }
  return result;
}

function retainKeys(target: JsonObject, patch: JsonObject): JsonObject {
  const { $retainKeys: retained } = patch;
  return Array.isArray(retained)
    ? Object.fromEntries(
        Object.entries(target).filter(([key]) => retained.includes(key)),
      )
    : { ...target };
}

function mergeField(
  result: JsonObject,
  { key, value }: { key: string; value: unknown },
  schema: JsonSchema | undefined,
): void {
  const current = getOwn(result, key);
  const field = schema ? propertySchema(schema, key) : undefined;
  if (value === null) {
    delete result[key];
  } else if (isObject(value)) {
    setOwn(
      result,
      key,
      mergeObject(isObject(current) ? current : {}, value, field),
    );
  } else if (Array.isArray(value)) {
    setOwn(
      result,
      key,
      mergeList(Array.isArray(current) ? current : [], value, field),
    );
  } else {
    setOwn(result, key, value);
  }
}

function mergeList(
  current: readonly unknown[],
  patch: readonly unknown[],
  schema: JsonSchema | undefined,
): unknown[] {
  const isMerged = (schema?.['x-kubernetes-patch-strategy'] ?? '').includes(
    'merge',
  );
  const replaces = patch.some(
    item => isObject(item) && item.$patch === 'replace',
  );
  const items = patch.filter(
    item => !(isObject(item) && item.$patch === 'replace'),
  );
  if (!isMerged || replaces) {
    return cloneJson(items);
  }
  const mergeKey = schema?.['x-kubernetes-patch-merge-key'];
  return mergeKey
    ? mergeByKey(current, items, mergeKey, schema?.items)
    : [
        ...current,
        ...items.filter(item => !current.some(old => equalJson(old, item))),
      ];
}

function mergeByKey(
  current: readonly unknown[],
  patch: readonly unknown[],
  mergeKey: string,
  schema: JsonSchema | undefined,
): unknown[] {
  const result = [...current];
  for (const item of patch) {
    const key = isObject(item) ? item[mergeKey] : undefined;
    if (!isObject(item) || key === undefined) {
      throw badRequest(
        `map: ${JSON.stringify(
          item,
        )} does not contain declared merge key: ${mergeKey}`,
      );
    }
    const index = result.findIndex(
      old => isObject(old) && equalJson(old[mergeKey], key),
    );
    const old = result[index];
    if (item.$patch === 'delete') {
      result.splice(index, index < 0 ? 0 : 1);
    } else if (index >= 0 && isObject(old)) {
      result[index] = mergeObject(old, item, schema);
    } else {
      result.push(mergeObject({}, item, schema));
    }
  }
  return result;
}

function removeItems(result: JsonObject, key: string, unwanted: unknown): void {
  const list = getOwn(result, key);
  if (Array.isArray(list) && Array.isArray(unwanted)) {
    result[key] = list.filter(
      item => !unwanted.some(other => equalJson(other, item)),
    );
  }
}

/** Items that the patch orders stand in its order; others keep their place after them. */
function sortItems(
  result: JsonObject,
  key: string,
  order: readonly unknown[],
  schema: JsonSchema | undefined,
): void {
  const list = getOwn(result, key);
  const field = schema ? propertySchema(schema, key) : undefined;
  const mergeKey = field?.['x-kubernetes-patch-merge-key'];
  if (!Array.isArray(list)) {
    return;
  }
  const rank = (item: unknown): number => {
    const index = order.findIndex(wanted =>
      mergeKey && isObject(wanted) && isObject(item)
        ? equalJson(wanted[mergeKey], item[mergeKey])
        : equalJson(wanted, item),
    );
    return index < 0 ? order.length : index;
  };
  result[key] = list
    .map((item, place) => ({ item, place, rank: rank(item) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ item }) => item);
}

function without(object: JsonObject, key: string): JsonObject {
  const { [key]: _dropped, ...rest } = object;
  return rest;
}

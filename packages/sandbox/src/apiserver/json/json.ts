import { isObject } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';

export {
  cloneJson,
  equalJson,
  getOwn,
  isObject,
  setOwn,
} from '@kratix-portal/backstage-plugin-kratix-common/apiserver';

/** A JSON object whose fields are not known. @internal */
export type JsonObject = Record<string, unknown>;

/** @internal */
export function freezeJson<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) {
      freezeJson(item);
    }
  }
  return value;
}

/** JSON with the keys of each object in order, as Go writes maps. @internal */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isObject(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : item,
  );
}

import { isObject } from '../../kubernetes/reading/readField';
import { childPath } from '../FieldError';
import { getOwn } from '../json';
import type { StructuralSchema } from '../StructuralSchema';

/**
 * Removes, in place, each field that the schema does not know, and returns their paths.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go (1.36).
 *
 * @param options - `isRoot`: the value is a whole object, with metadata of its own
 * @alpha
 */
export function pruneUnknown(
  value: unknown,
  schema: StructuralSchema,
  { isRoot }: { readonly isRoot: boolean },
): string[] {
  const removed: string[] = [];
  const whole = isRoot ? { ...schema, isEmbedded: true } : schema;
  prune(value, whole, '', removed);
  return removed.sort();
}

const ownedByServer = new Set(['apiVersion', 'kind', 'metadata']);

function prune(
  value: unknown,
  schema: StructuralSchema | undefined,
  path: string,
  removed: string[],
): void {
  const isKept = schema?.preservesUnknown === true;
  if (Array.isArray(value)) {
    // Within a list that keeps what is unknown, so do its entries: `skipPrune` goes on with itself.
    const items = isKept
      ? { ...schema?.items, preservesUnknown: true }
      : schema?.items;
    value.forEach((item, index) =>
      prune(item, items, `${path}[${index}]`, removed),
    );
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (!(schema?.isEmbedded && ownedByServer.has(key))) {
        pruneField(value, key, { schema, path, removed, isKept });
      }
    }
  }
}

function pruneField(
  value: Record<string, unknown>,
  key: string,
  about: {
    schema: StructuralSchema | undefined;
    path: string;
    removed: string[];
    isKept: boolean;
  },
): void {
  const { schema, path, removed, isKept } = about;
  const keyPath = childPath(path, key);
  const named = schema?.properties?.get(key);
  const { additionalProperties } = schema ?? {};
  if (named) {
    prune(getOwn(value, key), named, keyPath, removed);
  } else if (additionalProperties !== undefined) {
    const values =
      typeof additionalProperties === 'object'
        ? additionalProperties
        : undefined;
    prune(getOwn(value, key), values, keyPath, removed);
  } else if (!isKept) {
    delete value[key];
    removed.push(keyPath);
  }
}

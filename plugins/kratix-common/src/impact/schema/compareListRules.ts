import equal from 'fast-deep-equal';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { listOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell, type Told } from '../../wording';

/**
 * How lists and objects merge, and which entries count as the same (`x-kubernetes-list-type`,
 * `-list-map-keys`, `-map-type`).
 * @internal
 */
export function compareListRules(pair: SchemaPair): PromiseChange[] {
  const { before, after, path } = pair;
  const changes: PromiseChange[] = [];
  const old = readIdentity(before);
  const now = readIdentity(after);
  if (!equal(old, now)) {
    changes.push({
      code: 'list-changed',
      severity: now.keys === undefined ? 'risky' : 'breaking',
      path,
      ...describeIdentity(path, now.keys),
    });
  }
  if (mapTypeOf(before) !== mapTypeOf(after)) {
    changes.push({
      code: 'list-changed',
      severity: 'risky',
      path,
      ...tell(`schema.${mapTypeOf(after)}`, { path }),
    });
  }
  return changes;
}

function describeIdentity(
  path: string,
  keys: readonly string[] | undefined,
): Told {
  if (keys === undefined) {
    return tell('schema.listFree', { path });
  }
  return keys.length > 0
    ? tell('schema.listKeys', { path, keys: { list: keys } })
    : tell('schema.listValues', { path });
}

/** By which keys two entries are the same; an empty list: by their whole value; undefined: never. */
function readIdentity(schema: CrdSchema): { keys?: string[] } {
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return { keys: [] };
    case 'map':
      return { keys: listOf(schema, 'x-kubernetes-list-map-keys').map(String) };
    default:
      return {};
  }
}

function mapTypeOf(schema: CrdSchema): 'mergedWhole' | 'mergedByField' {
  return schema['x-kubernetes-map-type'] === 'atomic'
    ? 'mergedWhole'
    : 'mergedByField';
}

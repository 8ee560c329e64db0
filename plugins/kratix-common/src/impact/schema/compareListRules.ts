import equal from 'fast-deep-equal';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { listOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';

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
      message:
        now.keys === undefined
          ? `${path} may now hold the same entry twice, and is replaced as a whole by server-side apply.`
          : `${path} may no longer hold two entries with the same ${
              now.keys.join(', ') || 'value'
            }.`,
    });
  }
  if (mapTypeOf(before) !== mapTypeOf(after)) {
    changes.push({
      code: 'list-changed',
      severity: 'risky',
      path,
      message: `${path} is now merged as ${mapTypeOf(
        after,
      )} by server-side apply.`,
    });
  }
  return changes;
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

function mapTypeOf(schema: CrdSchema): string {
  return schema['x-kubernetes-map-type'] === 'atomic' ? 'one' : 'its fields';
}

import type { PromiseChange } from '../PromiseChange';
import { isAnyValue, otherKeysOf, preservesUnknown } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * Whether fields that the schema does not name are kept, and whether a Kubernetes object must stand here.
 * @internal
 */
export function compareUnknownFields(pair: SchemaPair): PromiseChange[] {
  const { before, after, path } = pair;
  const changes: PromiseChange[] = [];
  if (
    preservesUnknown(before) !== preservesUnknown(after) &&
    // Between "anything" and a type the type says it already.
    isAnyValue(before) === isAnyValue(after) &&
    // Of a list its entries say it.
    !(before.type === 'array' && after.type === 'array') &&
    // Where both take keys of one's own, what may stand there is compared as any value.
    !(otherKeysOf(before) && otherKeysOf(after))
  ) {
    changes.push(
      preservesUnknown(after)
        ? {
            code: 'unknown-fields-changed',
            severity: 'safe',
            path,
            ...tell('schema.unknownKept', { path }),
          }
        : {
            code: 'unknown-fields-changed',
            severity: 'breaking',
            path,
            ...tell('schema.unknownDropped', { path }),
          },
    );
  }
  const was = before['x-kubernetes-embedded-resource'] === true;
  const is = after['x-kubernetes-embedded-resource'] === true;
  if (was !== is) {
    changes.push({
      code: 'embedded-resource-changed',
      severity: 'breaking',
      path,
      ...tell(is ? 'schema.wholeObject' : 'schema.noObject', { path }),
    });
  }
  return changes;
}

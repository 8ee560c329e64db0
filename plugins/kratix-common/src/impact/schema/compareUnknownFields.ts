import type { PromiseChange } from '../PromiseChange';
import { isAnyValue, preservesUnknown } from './readSchema';
import type { SchemaPair } from './SchemaPair';

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
    isAnyValue(before) === isAnyValue(after)
  ) {
    changes.push(
      preservesUnknown(after)
        ? {
            code: 'unknown-fields-changed',
            severity: 'safe',
            path,
            message: `${path} now keeps fields that the API does not name.`,
          }
        : {
            code: 'unknown-fields-changed',
            severity: 'breaking',
            path,
            message: `${path} no longer keeps fields that the API does not name; they are dropped.`,
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
      message: is
        ? `${path} must now be a whole Kubernetes object, with apiVersion and kind.`
        : `${path} is no longer a Kubernetes object; its apiVersion, kind and metadata may be dropped.`,
    });
  }
  return changes;
}

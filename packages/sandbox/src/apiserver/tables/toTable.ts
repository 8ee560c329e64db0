import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';

/** What `kubectl get` prints, as `meta.k8s.io` Table. @internal */
export function toTable(
  type: ResourceType,
  objects: readonly KubeObject[],
  options: {
    now: number;
    includeObject: string;
    version: string;
    metadata: object;
    withoutHeaders?: boolean;
  },
): unknown {
  const { now, includeObject, version, metadata } = options;
  return {
    kind: 'Table',
    apiVersion: version,
    metadata,
    columnDefinitions: options.withoutHeaders
      ? null
      : type.columns.map(column => ({
          name: column.name,
          type: column.type,
          format: column.format ?? '',
          description: column.description ?? '',
          priority: column.priority ?? 0,
        })),
    rows: objects.map(object => ({
      cells: type.columns.map(column => column.cell(object, now)),
      ...rowObject(object, includeObject, version),
    })),
  };
}

function rowObject(
  object: KubeObject,
  includeObject: string,
  version: string,
): { object?: unknown } {
  switch (includeObject) {
    case 'None':
      return { object: null };
    case 'Object':
      return { object };
    default:
      return {
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: version,
          metadata: object.metadata,
        },
      };
  }
}

import type { CollectionEvent } from '../cluster/watch/CollectionEvent';
import { resourcePath } from '../cluster/resourcePath';
import {
  watchCollection,
  type WatchCollectionOptions,
} from '../cluster/watch/watchCollection';
import { watchParts } from '../cluster/watch/watchParts';
import { observe } from '../state/observe';
import type { Observed } from '../state/Observed';
import type { CollectionPart, CollectionSpec } from './collectionSpecs';

/**
 * What happens in a collection, as one stream: of the whole cluster, or of the parts that it names.
 * @internal
 */
export function openEvents<T>(
  spec: CollectionSpec<T>,
  options: Omit<
    WatchCollectionOptions<Observed<T>>,
    'path' | 'fieldSelector' | 'labelSelector' | 'pageSize' | 'toItem'
  >,
): AsyncGenerator<CollectionEvent<Observed<T>>, void, undefined> {
  const watch = (address: Address) =>
    watchCollection<Observed<T>>({
      ...options,
      ...address,
      labelSelector: spec.label,
      pageSize: spec.pageSize,
      toItem: json => observe(json, spec.parse),
    });
  return spec.parts
    ? watchParts(spec.parts.map(part => watch(toAddress(spec, part))))
    : watch({ path: resourcePath(spec) });
}

interface Address {
  readonly path: string;
  readonly fieldSelector?: string;
}

// A list or watch of one name needs no right to the others: RBAC `resourceNames`, which the API server
// matches with this selector (k8s.io/apiserver pkg/endpoints/request `RequestInfoFactory`).
function toAddress(
  { group, version, plural }: Parameters<typeof resourcePath>[0],
  part: CollectionPart,
): Address {
  return 'namespace' in part
    ? { path: resourcePath({ group, version, plural, ...part }) }
    : {
        path: resourcePath({ group, version, plural }),
        fieldSelector: `metadata.name=${part.name}`,
      };
}

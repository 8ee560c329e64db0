import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';
import { toTable } from '../tables/toTable';
import type { Exchange } from './Exchange';

/** @internal */
export interface ListMeta {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

/** One object in the form asked for. @internal */
export function presentOne(
  exchange: Exchange,
  type: ResourceType,
  object: KubeObject,
): unknown {
  const { as, asVersion } = exchange.format;
  if (as === 'Table') {
    return toTable(type, [object], {
      now: exchange.cluster.clock.now(),
      includeObject: includeObject(exchange),
      version: asVersion ?? 'meta.k8s.io/v1',
      metadata: { resourceVersion: object.metadata.resourceVersion },
    });
  }
  return as === 'PartialObjectMetadata'
    ? toPartial(object, asVersion ?? 'meta.k8s.io/v1')
    : object;
}

/** Many objects in the form asked for. @internal */
export function presentMany(
  exchange: Exchange,
  type: ResourceType,
  objects: readonly KubeObject[],
  metadata: ListMeta,
): unknown {
  const { as, asVersion = 'meta.k8s.io/v1' } = exchange.format;
  if (as === 'Table') {
    return toTable(type, objects, {
      now: exchange.cluster.clock.now(),
      includeObject: includeObject(exchange),
      version: asVersion,
      metadata,
    });
  }
  if (as === 'PartialObjectMetadataList') {
    return {
      kind: 'PartialObjectMetadataList',
      apiVersion: asVersion,
      metadata,
      items: objects.map(object => toPartial(object, asVersion)),
    };
  }
  return {
    apiVersion: apiVersionOf(type),
    items: type.isCustom ? objects : objects.map(withoutKind),
    kind: type.listKind,
    // Lists of custom resources are maps in Go, which leave nothing out.
    metadata: type.isCustom ? { continue: '', ...metadata } : metadata,
  };
}

/** @internal */
export function toPartial(object: KubeObject, version: string): unknown {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: version,
    metadata: object.metadata,
  };
}

/** @internal */
export function includeObject(exchange: Exchange): string {
  return exchange.url.searchParams.get('includeObject') ?? 'Metadata';
}

/** Items in a list of a built-in type carry no kind of their own. */
function withoutKind(object: KubeObject): unknown {
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  return rest;
}

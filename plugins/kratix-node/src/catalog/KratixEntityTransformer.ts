import type { Entity } from '@backstage/catalog-model';
import type {
  Destination,
  KratixPromise,
  NamespaceInfo,
  Phase,
  Platform,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Changes, adds or leaves out catalog entities: given what the suite would make of one object of a cluster,
 * it answers with what the catalog gets instead.
 *
 * @remarks
 * Called again only when the object, or something that its entities are made from, has changed; so it must
 * depend on nothing but its input, answer at once (no Promise), and not keep what it is given. The entities
 * may be changed in place, the rest may not. What it throws costs only this object: what the catalog has of
 * it stays, and the problems of its platform say why.
 *
 * Every entity keeps, or gets, the annotations by which the catalog knows that it comes from this object.
 * One entity reference belongs to one object: where two objects name the same, the first one wins.
 * @public
 */
export interface KratixEntityTransformer {
  /** Of a Promise: by default its Component and, where its API can be used, API and Template. */
  readonly promise?: (input: PromiseEntitiesInput) => readonly Entity[];
  /** Of a resource request: by default one Resource. */
  readonly request?: (input: RequestEntitiesInput) => readonly Entity[];
  /** Of a Destination, where these are wanted (`kratix.catalog.destinations`): by default one Resource. */
  readonly destination?: (input: DestinationEntitiesInput) => readonly Entity[];
  /**
   * Of a platform itself: the forms that belong to none of its Promises, each given alone. By default the
   * Template that removes by pull request, where requests are reviewed, and the one that rolls versions out.
   */
  readonly platform?: (input: EntitiesInput) => readonly Entity[];
}

/**
 * What every transformer is given.
 * @public
 */
export interface EntitiesInput {
  readonly platform: Platform;
  /** What the catalog gets without this transformer. */
  readonly entities: readonly Entity[];
}

/** @public */
export interface PromiseEntitiesInput extends EntitiesInput {
  readonly promise: KratixPromise;
}

/** @public */
export interface RequestEntitiesInput extends EntitiesInput {
  readonly request: ResourceRequest;
  /** Absent when the Promise no longer exists. */
  readonly promise?: KratixPromise;
  readonly phase: Phase;
  /** Undefined when it is not known. */
  readonly namespaceInfo?: NamespaceInfo;
}

/** @public */
export interface DestinationEntitiesInput extends EntitiesInput {
  readonly destination: Destination;
}

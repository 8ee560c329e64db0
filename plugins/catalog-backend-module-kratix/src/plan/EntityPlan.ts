import type { Entity } from '@backstage/catalog-model';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What the catalog should say of one platform: entities by reference, in slices that become known
 * independently of each other.
 * @internal
 */
export interface EntityPlan {
  readonly platform: string;
  readonly slices: ReadonlyMap<SliceName, PlanSlice>;
  /**
   * Known slices made from something that the cluster does not confirm now. What they say was true once;
   * another replica may know better.
   */
  readonly stale: ReadonlySet<SliceName>;
  /**
   * Whether a slice of requests that is not here has none. Not as long as nobody can say what Promises that
   * are gone have left behind.
   */
  readonly areOrphansKnown: boolean;
}

/**
 * One collection's share of the plan. An unknown slice says nothing: neither that its entities exist nor
 * that they do not.
 * @internal
 */
export type PlanSlice = { readonly state: 'unknown' } | KnownSlice;

/** @internal */
export interface KnownSlice {
  readonly state: 'known';
  readonly entities: ReadonlyMap<string, Entity>;
  /**
   * Objects that exist, but of which no valid entity can be made now. Their last entity stays.
   */
  readonly unsayable: ReadonlySet<string>;
  /** Why something has no entity, or not the one that its author meant. */
  readonly problems: readonly ObjectProblem[];
}

/**
 * `promises`, `destinations`, `removal` (the Template that removes by pull request), `rollout` (the Template that
 * moves requests to another version), `promotion` (the Template that brings Promises from other platforms), or `requests/<promise>`: the requests of one Promise.
 * @internal
 */
export type SliceName =
  | 'promises'
  | 'destinations'
  | 'removal'
  | 'rollout'
  | 'promotion'
  | `requests/${string}`;

/** @internal */
export function requestsSlice(promise: string): SliceName {
  return `requests/${promise}`;
}

/** @internal */
export function isRequestsSlice(name: SliceName): boolean {
  return name.startsWith('requests/');
}

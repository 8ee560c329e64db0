import type { SliceName } from '../EntityPlan';
import type { PlannedEntity } from '../PlannedEntity';

/**
 * What to send to the catalog so that it agrees with the plan, and why.
 * @internal
 */
export type Mutation = MutationReport &
  (
    | { readonly type: 'skip' }
    | {
        readonly type: 'delta' | 'full';
        readonly upserts: readonly PlannedEntity[];
        /** Removed by name (delta), or dropped because it is not named (full). */
        readonly removals: readonly string[];
      }
  );

/** @internal */
export interface MutationReport {
  readonly reason: MutationReason;
  readonly numbers: MutationNumbers;
  /** Changes of a phase that wait: look again at this time of the caller's clock. */
  readonly wakeAtMs?: number;
}

/** @internal */
export type MutationReason =
  | 'nothing-changed'
  | 'promises-unknown'
  | 'objects-changed'
  | 'periodic'
  /** A full mutation was due, and would have dropped what is unknown: a delta of all that is known instead. */
  | 'full-withheld-unknown'
  | 'full-withheld-no-baseline'
  /** A full mutation would have put back what another replica may have changed since. */
  | 'full-withheld-stale'
  | 'removals-refused';

/** @internal */
export interface MutationNumbers {
  readonly planned: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Removals that the brake holds back. */
  readonly refused: number;
  readonly unknownSlices: readonly SliceName[];
  readonly staleSlices: readonly SliceName[];
}

/** @internal */
export interface MutationOptions {
  /**
   * `delta`: the difference. `full`: a full mutation, or the difference where that is not possible yet.
   * `heal`: a full mutation, or everything that is known once more.
   */
  readonly want: 'delta' | 'full' | 'heal';
  /** Share of the sent entities that may go at once; 1 switches the brake off. */
  readonly removalBrake: number;
  readonly nowMs: number;
  /** How long a phase must have stood before the next one is sent. */
  readonly phaseHoldMs: number;
}

import type { Entity } from '@backstage/catalog-model';
import type { SliceName } from '../EntityPlan';

/**
 * What this process knows that the catalog was given.
 * @internal
 */
export interface SentState {
  /** By entity reference. */
  readonly entities: ReadonlyMap<string, SentEntity>;
  /** Whether `entities` holds what earlier processes sent as well. */
  readonly isBaselineKnown: boolean;
  /** Slices that this process has known at some time, so that it can name all of their entities. */
  readonly everKnown: ReadonlySet<SliceName>;
}

/** @internal */
export interface SentEntity {
  readonly slice: SliceName;
  /** Absent when an earlier process sent it: it is there, but what it says is not known here. */
  readonly entity?: Entity;
  /** When a change of its phase was last sent, in milliseconds of the caller's clock. */
  readonly phaseSentAtMs?: number;
}

/** Before anything was sent. @internal */
export const nothingSent: SentState = {
  entities: new Map(),
  isBaselineKnown: false,
  everKnown: new Set(),
};

import type { Condition } from './condition';
import type { ObjectIdentity } from './objectIdentity';

/**
 * Where the files of Destinations are kept: a Git repository or a bucket (kratix-domain 1.8). Its secret is
 * never read, nor is the name of it kept.
 * @public
 */
export interface StateStore extends ObjectIdentity {
  readonly kind: StateStoreKind;
  /** The URL of a Git repository without credentials, or `<endpoint>/<bucket>`; empty when not said. */
  readonly location: string;
  /** Of a Git repository. */
  readonly branch?: string;
  readonly path?: string;
  /** `status.status`, absent until Kratix has looked. */
  readonly status?: string;
  readonly conditions: readonly Condition[];
}

/** @public */
export type StateStoreKind = 'BucketStateStore' | 'GitStateStore';

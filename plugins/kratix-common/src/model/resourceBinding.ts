import type { Condition } from './condition';
import type { ObjectIdentity } from './objectIdentity';

/**
 * Which version of its Promise one request follows (kratix-domain 6). Found by labels, not by name.
 * @public
 */
export interface ResourceBinding extends ObjectIdentity {
  readonly namespace: string;
  readonly promiseName: string;
  readonly resourceName: string;
  /** A revision's version, or `latest`. */
  readonly version: string;
  readonly lastAppliedVersion?: string;
  readonly failedVersion?: string;
  readonly conditions: readonly Condition[];
}

/**
 * A snapshot of a Promise's spec per version; only what lists need.
 * @public
 */
export interface PromiseRevision extends ObjectIdentity {
  readonly promiseName: string;
  readonly version: string;
  readonly isLatest: boolean;
}

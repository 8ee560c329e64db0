import type { AuditEvent } from './cluster/readAuditLog';
import type { ImageMap } from './kubelet/ImageMap';
import type { ObjectStoreControls } from './store/ObjectStore';

/**
 * A running platform of real parts.
 *
 * @public
 */
export interface RealPlatform {
  /** Ours, and gone after `close`; somebody else's is an `ExistingPlatform`. */
  readonly kind: 'processes';
  readonly kubeconfigPath: string;
  readonly url: string;
  /** A kubeconfig for a user of the given groups, by client certificate. */
  kubeconfigFor(user: string, groups?: readonly string[]): Promise<string>;
  /** Every request that the API server has answered so far. */
  auditLog(): Promise<AuditEvent[]>;
  readonly auditLogPath: string;
  /** Which executable stands for which image; may be changed while it runs. */
  readonly images: ImageMap;
  readonly store: ObjectStoreControls;
  /** The folder with one log file for each program. */
  readonly logFolder: string;
  readonly kubectl: string;
  /** Ends what was started and removes its folder. Safe to call twice. */
  close(): Promise<void>;
}

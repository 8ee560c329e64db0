/**
 * A real Kubernetes API server with the real Kratix, as processes of this
 * machine and without Docker.
 *
 * @packageDocumentation
 */
export { findMeans, type Means } from './assets/findMeans';
export type { KratixChoice } from './assets/FindOptions';
export type {
  Found,
  KratixAssets,
  KubernetesPrograms,
} from './assets/Programs';
export type { AuditEvent } from './cluster/readAuditLog';
export type { KratixSettings } from './kratix/buildKratixConfig';
export type { HostImage, ImageMap } from './kubelet/ImageMap';
export type { RealPlatform } from './RealPlatform';
export {
  startRealPlatform,
  type RealPlatformOptions,
} from './startRealPlatform';
export type { ObjectStoreControls, StoredObject } from './store/ObjectStore';
export {
  MARKER_NAMESPACE,
  openExistingPlatform,
  type ExistingPlatform,
} from './existing/openExistingPlatform';

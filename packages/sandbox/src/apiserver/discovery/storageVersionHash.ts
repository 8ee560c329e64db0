import { createHash } from 'node:crypto';
import type { ResourceType } from '../registry/ResourceType';

/** Source: `StorageVersionHash` of k8s.io/apiserver/pkg/endpoints/discovery/storageversionhash.go. @internal */
export function storageVersionHash({
  group,
  storageVersion,
  kind,
}: ResourceType): string {
  return createHash('sha256')
    .update(`${group}/${storageVersion}/${kind}`)
    .digest()
    .subarray(0, 8)
    .toString('base64');
}

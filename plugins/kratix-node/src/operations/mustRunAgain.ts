import {
  derivePhase,
  type ResourceBinding,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether a run has to be asked for beside the version. Kratix starts one only where the version differs from
 * the one that is applied, and not again for the one that failed (internal/controller/
 * resourcebinding_controller.go at ae170e22): so the way back from an upgrade that failed halfway, and another
 * try of it, would otherwise do nothing.
 * @internal
 */
export function mustRunAgain(
  request: ResourceRequest,
  binding: ResourceBinding,
  version: string,
): boolean {
  const isBack =
    version === request.status.promiseVersion &&
    derivePhase(request).phase === 'Failed';
  return isBack || version === binding.failedVersion;
}

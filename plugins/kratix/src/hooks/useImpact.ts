import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetPaths,
  type ImpactCandidate,
  type ImpactResponse,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixFleetApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/** Every request is judged again with each answer, so a burst of changes is answered once. */
const impactGapMs = 10_000;

/**
 * What a candidate would mean on a platform, kept fresh while either side changes.
 * @internal
 */
export function useImpact(
  ref: PromiseRef,
  candidate: ImpactCandidate,
): LiveResult<ImpactResponse> {
  const api = useApi(kratixFleetApiRef);
  const platforms =
    candidate.type === 'platform'
      ? [ref.platform, candidate.platform]
      : [ref.platform];
  return useLive({
    api,
    key: `${fleetPaths.impact(ref)} ${JSON.stringify(candidate)}`,
    fetch: signal => api.askImpact(ref, candidate, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' && platforms.includes(hint.platform),
    isBusy: () => false,
    minimumGapMs: impactGapMs,
  });
}

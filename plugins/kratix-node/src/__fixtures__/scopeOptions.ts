import { parsePromise } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import type { RequestScopeOptions } from '../requests/RequestScope';
import { buildSnapshot } from '../state/buildSnapshot';
import { unknownPlatform } from '../state/PlatformState';
import { redisPromise } from './kratixObjects';

/** A person on a platform with the Promise redis, whose API server answers as the test says. */
export function scopeOptions(
  answer: (request: KubernetesRequest) => unknown,
): RequestScopeOptions {
  const promise = parsePromise(redisPromise());
  if (!promise.ok) {
    throw new Error(promise.problem.message);
  }
  const snapshot = {
    ...buildSnapshot('dev', unknownPlatform),
    promises: {
      state: 'synced' as const,
      items: [promise.value],
      confirmedAt: '2026-01-01T00:00:00Z',
    },
  };
  return {
    connection: {
      requestJson: async request => answer(request),
      openStream: async () => {
        throw new Error('Nobody should open a stream');
      },
    },
    identity: { type: 'impersonate', user: 'ana', groups: [] },
    platform: { title: 'Dev', namespaces: [] },
    snapshot: () => snapshot,
  };
}

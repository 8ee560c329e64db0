import { stringify } from 'yaml';

/**
 * What the API server writes to its audit log: who did what as whom, for every
 * finished request but the heartbeats of the platform's own parts. Bodies are
 * left out; impersonation stands in the metadata (audit.k8s.io/v1 `Event`,
 * `user` and `impersonatedUser`).
 *
 * @internal
 */
export function buildAuditPolicy(): string {
  return stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [
      {
        level: 'None',
        resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }],
      },
      { level: 'Metadata' },
    ],
  });
}

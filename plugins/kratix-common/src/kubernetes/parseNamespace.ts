import type { NamespaceInfo, Parsed } from '../model';
import { parseIdentity } from './parseIdentity';
import { childObject } from './reading/readField';

/**
 * Step 2 of 7: reads a Kubernetes Namespace.
 * @public
 */
export function parseNamespace(json: unknown): Parsed<NamespaceInfo> {
  const parsed = parseIdentity(json, { kind: 'Namespace', scope: 'Cluster' });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity, json: object } = parsed.value;
  return {
    ok: true,
    problems: parsed.problems,
    value: {
      name: identity.name,
      resourceVersion: identity.resourceVersion,
      labels: identity.labels,
      annotations: identity.annotations,
      isTerminating:
        identity.deletedAt !== undefined ||
        childObject(object, 'status').phase === 'Terminating',
    },
  };
}

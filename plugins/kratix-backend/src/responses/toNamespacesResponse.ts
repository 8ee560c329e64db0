import {
  matchesNamespace,
  namespacesResponseSchema,
  type NamespaceInfo,
  type NamespacesResponse,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** More than a person scrolls through; the form takes a name that is typed as well. */
const MOST_NAMESPACES = 1_000;

/**
 * The namespaces that an order form suggests. Those of Kubernetes and of Kratix itself only where the
 * configuration asks for them.
 * @internal
 */
export function toNamespacesResponse(
  namespaces: readonly NamespaceInfo[],
  platform: Platform,
): NamespacesResponse {
  const isAskedFor = platform.namespaces.length > 0;
  const names = namespaces
    .filter(({ isTerminating }) => !isTerminating)
    .map(({ name }) => name)
    .filter(name => matchesNamespace(name, platform.namespaces))
    .filter(name => isAskedFor || !isSystemNamespace(name))
    .sort();
  return namespacesResponseSchema.parse({
    namespaces: names.slice(0, MOST_NAMESPACES),
    isComplete: names.length <= MOST_NAMESPACES,
  });
}

/** The `kube-` prefix is reserved (Kubernetes docs, "Namespaces"); Kratix has kratix-{platform,worker}-system. */
function isSystemNamespace(name: string): boolean {
  return name.startsWith('kube-') || name.startsWith('kratix-');
}

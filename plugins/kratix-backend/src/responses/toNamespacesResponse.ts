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
 * The namespaces that an order form suggests.
 * @internal
 */
export function toNamespacesResponse(
  names: readonly string[],
  judgement: Pick<NamespacesResponse, 'withheld' | 'unjudged'> = {},
): NamespacesResponse {
  return namespacesResponseSchema.parse({
    namespaces: names.slice(0, MOST_NAMESPACES),
    isComplete: names.length <= MOST_NAMESPACES,
    ...judgement,
  });
}

/**
 * Where requests may live, whoever orders them. Namespaces of Kubernetes and of Kratix itself only where the
 * configuration asks for them.
 * @internal
 */
export function findOrderNamespaces(
  namespaces: readonly NamespaceInfo[],
  platform: Pick<Platform, 'namespaces'>,
): readonly string[] {
  const isAskedFor = platform.namespaces.length > 0;
  return namespaces
    .filter(({ isTerminating }) => !isTerminating)
    .map(({ name }) => name)
    .filter(name => matchesNamespace(name, platform.namespaces))
    .filter(name => isAskedFor || !isSystemNamespace(name))
    .sort();
}

/** The `kube-` prefix is reserved (Kubernetes docs, "Namespaces"); Kratix has kratix-{platform,worker}-system. */
function isSystemNamespace(name: string): boolean {
  return name.startsWith('kube-') || name.startsWith('kratix-');
}

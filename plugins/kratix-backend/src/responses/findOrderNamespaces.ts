import {
  compareNames,
  isSystemNamespace,
  matchesNamespace,
  type NamespaceInfo,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';

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
    .sort(compareNames);
}

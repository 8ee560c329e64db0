import {
  authorAnnotations,
  readOwnerRef,
  tell,
  wordingOf,
  type Collection,
  type ObjectProblem,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Namespaces with requests whose owner annotation names nobody that the catalog could take: each request there
 * has another owner than was meant. Said once for the namespace, not for each of its requests.
 * @internal
 */
export function findNamespaceProblems({
  platform,
  namespaces,
  requests,
}: PlatformSnapshot): ObjectProblem[] {
  const unusable = (namespaces.state === 'synced' ? namespaces.items : [])
    .filter(({ annotations }) => {
      const owner = annotations[authorAnnotations.owner];
      return owner && readOwnerRef(owner) === undefined;
    })
    .map(({ name }) => name);
  const used = usedNamespaces(
    unusable.length > 0 ? [...requests.values()] : [],
  );
  return unusable
    .filter(name => used.has(name))
    .map(name => ({
      platform,
      kind: 'Namespace',
      name,
      code: 'unusable-annotation',
      ...tell('problem.unusableNamespaceOwner', {
        annotation: authorAnnotations.owner,
        reason: wordingOf('annotation.notTaken'),
      }),
      path: `metadata.annotations[${authorAnnotations.owner}]`,
    }));
}

function usedNamespaces(
  collections: readonly Collection<ResourceRequest>[],
): ReadonlySet<string> {
  return new Set(
    collections.flatMap(collection =>
      collection.state === 'synced'
        ? collection.items.map(({ namespace }) => namespace)
        : [],
    ),
  );
}

import {
  isSystemNamespace,
  type NamespacesResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether it is known that a person may not order in a namespace. One that is not there yet is not known to be
 * forbidden, where none is left out of the list; nor is one that the list leaves out for what it is.
 * @internal
 */
export function isWithheld(
  { namespaces, isComplete, withheld = 0, unjudged }: NamespacesResponse,
  namespace: string,
): boolean {
  return (
    isComplete &&
    unjudged === undefined &&
    withheld > 0 &&
    !isSystemNamespace(namespace) &&
    !namespaces.includes(namespace)
  );
}

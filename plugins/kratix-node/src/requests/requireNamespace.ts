import { InputError } from '@backstage/errors';
import {
  matchesNamespace,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Throws when the platform keeps requests to other namespaces (`kratix.platforms[].namespaces`).
 * @internal
 */
export function requireNamespace(
  { namespaces, title }: Pick<Platform, 'namespaces' | 'title'>,
  namespace: string,
): void {
  if (!matchesNamespace(namespace, namespaces)) {
    throw new InputError(
      `Requests on platform "${title}" cannot live in namespace "${namespace}", only in ${namespaces.join(
        ', ',
      )}`,
    );
  }
}

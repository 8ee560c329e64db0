import { InputError } from '@backstage/errors';
import {
  matchesNamespace,
  refuse,
  tell,
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
    throw refuse(
      InputError,
      tell('refusal.namespaceKept', {
        platform: title,
        namespace,
        namespaces: { list: namespaces },
      }),
    );
  }
}

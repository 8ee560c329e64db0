import { InputError } from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Throws when the platform keeps requests to other namespaces.
 * @internal
 */
export function requireNamespace(platform: Platform, namespace: string): void {
  const { namespaces, title } = platform;
  if (namespaces.length > 0 && !namespaces.some(matches(namespace))) {
    throw new InputError(
      `Requests on platform "${title}" cannot live in namespace "${namespace}", only in ${namespaces.join(
        ', ',
      )}`,
    );
  }
}

function matches(namespace: string) {
  return (pattern: string) => {
    const source = pattern
      .split('*')
      .map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*');
    return new RegExp(`^${source}$`).test(namespace);
  };
}

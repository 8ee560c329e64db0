import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogHome } from './entityNames';

/**
 * Name of the Template that removes by pull request. No Kubernetes name holds `_`, so that no Promise's
 * Template has it.
 * @public
 */
export const removalTemplateName = 'kratix_remove';

/**
 * Reference of that Template on a platform.
 * @public
 */
export function removalTemplateEntityRef(platform: CatalogHome): string {
  return stringifyEntityRef({
    kind: 'template',
    namespace: platform.catalogNamespace,
    name: removalTemplateName,
  });
}

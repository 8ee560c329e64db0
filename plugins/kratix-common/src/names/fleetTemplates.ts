import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogHome } from './entityNames';

/**
 * Name of the Template that moves requests to another version. No Kubernetes name holds `_`, so that no
 * Promise's Template has it.
 * @public
 */
export const rolloutTemplateName = 'kratix_rollout';

/**
 * Name of the Template that brings a Promise from another platform.
 * @public
 */
export const promotionTemplateName = 'kratix_promote';

/**
 * Reference of one of these Templates on a platform.
 * @public
 */
export function fleetTemplateEntityRef(
  platform: CatalogHome,
  name: typeof rolloutTemplateName | typeof promotionTemplateName,
): string {
  return stringifyEntityRef({
    kind: 'template',
    namespace: platform.catalogNamespace,
    name,
  });
}

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { KratixEntityTransformer } from './KratixEntityTransformer';

/**
 * How a module of the catalog shapes what Kratix Portal sends to it.
 * @public
 */
export interface KratixCatalogExtensionPoint {
  /** Several are applied one after the other, each to what the one before it answered. */
  addEntityTransformer(transformer: KratixEntityTransformer): void;
}

/**
 * Offered by the Kratix module of the catalog to other modules of the catalog.
 * @public
 */
export const kratixCatalogExtensionPoint =
  createExtensionPoint<KratixCatalogExtensionPoint>({
    id: 'catalog.kratix',
  });

import type { NamedPlatform } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixCatalogConfig,
  KratixEntityTransformer,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * What a plan depends on besides the snapshot.
 * @internal
 */
export interface PlanOptions {
  /** Named, where names depend on what is on it. */
  readonly platform: NamedPlatform;
  readonly config: Pick<
    KratixCatalogConfig,
    'select' | 'isDestinationsIncluded'
  >;
  /** The adopter's, applied one after the other. */
  readonly transformers?: readonly KratixEntityTransformer[];
}

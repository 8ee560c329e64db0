import type { Entity } from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Lets pass the requests that are in one of some phases, as the catalog knows them.
 * @public
 */
export class EntityPhaseFilter implements EntityFilter {
  constructor(readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.annotations.${entityAnnotations.phase}`]: this.values };
  }

  filterEntity(entity: Entity): boolean {
    const phase = entity.metadata.annotations?.[entityAnnotations.phase];
    return phase !== undefined && this.values.includes(phase);
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

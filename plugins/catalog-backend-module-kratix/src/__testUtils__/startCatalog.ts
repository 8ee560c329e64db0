import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import catalogModuleKratix from '../index';
import { catalogProbe, collectComplaints } from './catalogProbe';

/**
 * A backend whose catalog is filled from these platforms (`platformConfig`), in a database of its own or in
 * one that was filled before.
 */
export async function startCatalog(
  platforms: readonly JsonObject[],
  knex?: Knex,
) {
  const { plugin, served } = catalogProbe();
  const warnings: string[] = [];
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleTemplates,
      catalogModuleKratix,
      plugin,
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => collectComplaints(warnings),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
          },
          kratix: { platforms: [...platforms] },
        },
      }),
    ],
  });
  return {
    warnings,
    stop: () => backend.stop(),
    get: async (ref: string): Promise<Entity | undefined> =>
      served.catalog?.getEntityByRef(ref, {
        credentials: mockCredentials.service(),
      }),
  };
}

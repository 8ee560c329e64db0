import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import { requestsSlice, type SliceName } from '../plan/EntityPlan';

/**
 * What the catalog serves of one platform from before this process started.
 *
 * @remarks
 * Without it, the first full mutation would remove without being counted by the brake, for the catalog
 * does not tell a provider what it holds.
 * @internal
 */
export async function fetchBaseline(
  platform: string,
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
): Promise<Map<string, SliceName>> {
  const credentials = await auth.getOwnServiceCredentials();
  const pages = catalog.streamEntities(
    {
      filter: {
        [`metadata.annotations.${entityAnnotations.platform}`]: platform,
      },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
      pageSize: PAGE_SIZE,
    },
    { credentials },
  );
  const baseline = new Map<string, SliceName>();
  for await (const page of pages) {
    for (const entity of page) {
      const slice = toSlice(entity);
      if (slice) {
        baseline.set(stringifyEntityRef(entity), slice);
      }
    }
  }
  return baseline;
}

const PAGE_SIZE = 1_000;

/**
 * By where the entity says that it comes from: `kratix:<platform>/requests/<promise>/…`. Others may write
 * our annotations into files of their own; those are not ours to count.
 */
function toSlice(entity: Entity): SliceName | undefined {
  const location =
    entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
  const [, collection, promise] = location.startsWith('kratix:')
    ? location.split('/')
    : [];
  switch (collection) {
    case 'promises':
    case 'destinations':
      return collection;
    case 'remove':
      return 'removal';
    case 'requests':
      return promise ? requestsSlice(promise) : undefined;
    default:
      return undefined;
  }
}

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  entityAnnotations,
  type KeptNames,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readKeptNames } from '../plan/sources/readKeptNames';
import { requestsSlice, type SliceName } from '../plan/EntityPlan';

/**
 * What the catalog serves of one platform from before this process started.
 *
 * @remarks
 * Without it, the first full mutation would remove without being counted by the brake, for the catalog
 * does not tell a provider what it holds.
 * @internal
 */
export interface Baseline {
  /** By reference: the collection that it came from. */
  readonly entities: ReadonlyMap<string, SliceName>;
  /** How Promises are named. */
  readonly names: KeptNames;
}

/** @internal */
export async function fetchBaseline(
  platform: string,
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
): Promise<Baseline> {
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
  const entities = new Map<string, SliceName>();
  const ofPromises: Entity[] = [];
  for await (const page of pages) {
    for (const entity of page) {
      const slice = toSlice(entity);
      if (slice) {
        entities.set(stringifyEntityRef(entity), slice);
      }
      if (slice === 'promises') {
        ofPromises.push(entity);
      }
    }
  }
  return { entities, names: readKeptNames(ofPromises) };
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

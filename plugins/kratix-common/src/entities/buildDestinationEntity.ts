import type { ResourceEntityV1alpha1 } from '@backstage/catalog-model';
import type { Destination, Platform } from '../model';
import { destinationEntityName } from '../names/entityNames';
import { entityAnnotations } from '../names/keys';
import { AuthorWishes } from './AuthorWishes';
import type { EntityBuild } from './EntityBuild';
import { locationAnnotations } from './locationAnnotations';
import { ownerRules } from './promiseWords';

/**
 * Step 4 of 7: a Destination as the catalog shows it. It carries no `kratix.io/type`, which knows only
 * Promises and requests.
 * @public
 */
export function buildDestinationEntity(
  destination: Destination,
  platform: Platform,
): EntityBuild {
  const wishes = new AuthorWishes(
    destination.annotations,
    'ske.backstage.component',
  );
  const entity: ResourceEntityV1alpha1 = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: destinationEntityName(destination.name),
      namespace: platform.catalogNamespace,
      title: wishes.text('title') ?? destination.name,
      description:
        wishes.text('description', 1_000) ?? describe(destination, platform),
      annotations: {
        ...locationAnnotations(platform.name, [
          'destinations',
          destination.name,
        ]),
        [entityAnnotations.platform]: platform.name,
      },
      tags: [...new Set(['kratix', ...wishes.tags()])],
    },
    spec: {
      type: 'kratix-destination',
      owner: wishes.entityRef('owner', ownerRules) ?? platform.defaultOwner,
    },
  };
  return { entity, problems: wishes.problems };
}

function describe({ stateStore }: Destination, platform: Platform): string {
  const store = stateStore ? `, kept in ${stateStore.name}` : '';
  return `Where ${platform.title} delivers to${store}`;
}

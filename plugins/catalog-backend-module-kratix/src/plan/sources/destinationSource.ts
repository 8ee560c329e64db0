import {
  buildDestinationEntity,
  type Destination,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { PlanOptions } from '../PlanOptions';
import { toObjectProblems } from '../toObjectProblems';
import { transformEntities } from '../transformEntities';

/**
 * The Destinations, as a part of the plan.
 * @internal
 */
export function destinationSource(
  destinations: readonly Destination[],
  { platform, transformers }: PlanOptions,
): SliceSource {
  return {
    inputs: destinations,
    unsayable: new Set(),
    *items(): Generator<SliceItem> {
      for (const destination of destinations) {
        yield {
          key: destination.name,
          inputs: [destination],
          build: (): BuiltObject => {
            const { entity, problems } = buildDestinationEntity(
              destination,
              platform,
            );
            const about = {
              ...destination,
              platform: platform.name,
              kind: 'Destination',
            };
            return transformEntities(
              {
                entities: [entity],
                problems: toObjectProblems(problems, about),
              },
              transformers,
              {
                about,
                apply: (transformer, entities) =>
                  transformer.destination?.({
                    destination,
                    platform,
                    entities,
                  }),
              },
            );
          },
        };
      }
    },
  };
}

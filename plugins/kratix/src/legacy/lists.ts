import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

export {
  EntityPhaseFilter,
  EntityPhasePicker,
  kratixCatalogColumns,
} from '../components/catalog';

/**
 * The requests to a service, for a tab of its entity.
 * @public
 */
export const EntityKratixRequestsContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixRequestsContent',
      component: {
        lazy: () =>
          import('../components/lists').then(m => m.EntityRequestList),
      },
    }),
  );

/**
 * What a request is made of, for the overview of its entity. Nothing for one that stands alone.
 * @public
 */
export const EntityKratixPartsCard: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixPartsCard',
      component: {
        lazy: () => import('../components/parts').then(m => m.EntityPartsCard),
      },
    }),
  );

/**
 * Which version each request to a service runs, and the way to move them, for a tab of its entity.
 * @public
 */
export const EntityKratixVersionsContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixVersionsContent',
      component: {
        lazy: () =>
          import('../components/rollout').then(m => m.EntityRolloutContent),
      },
    }),
  );

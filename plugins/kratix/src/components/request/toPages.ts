import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import type { PhaseAction } from '@kratix-portal/backstage-plugin-kratix-common';
import { findPromise } from './findPromise';

interface PageOfAction {
  readonly page: 'workflow' | 'delivery' | 'promise';
  /** Of another entity; absent for the one at hand. */
  readonly params?: CompoundEntityRef;
  readonly tab?: string;
}

/**
 * Which pages show what a person is advised to look at, each once.
 * @internal
 */
export function toPages(
  actions: readonly PhaseAction[],
  entity: Entity,
): PageOfAction[] {
  const pages = actions.flatMap(action => toPage(action, entity) ?? []);
  return pages.filter(
    ({ page }, index) => pages.findIndex(one => one.page === page) === index,
  );
}

function toPage(action: PhaseAction, entity: Entity): PageOfAction | undefined {
  switch (action) {
    case 'showLog':
      return { page: 'workflow', tab: 'workflow' };
    case 'showDelivery':
    case 'showDestinations':
      return { page: 'delivery', tab: 'delivery' };
    case 'showPromise': {
      const params = findPromise(entity);
      return params && { page: 'promise', params };
    }
    // On the page already.
    case 'showHealth':
    case 'resume':
    case 'retryNow':
    case 'rerun':
      return undefined;
    default:
      return action satisfies never;
  }
}

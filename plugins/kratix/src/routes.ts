import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// Made with the older package on purpose: its references work in both frontend systems, and may stay
// unbound in both.

/**
 * The Kratix page.
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'kratix' });

/**
 * The form of one Template; bound to the scaffolder by itself.
 * @public
 */
export const orderRouteRef = createExternalRouteRef({
  id: 'kratix-order',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/**
 * The catalog's list; bound to the catalog by itself.
 * @public
 */
export const catalogRouteRef = createExternalRouteRef({
  id: 'kratix-catalog',
  optional: true,
  defaultTarget: 'catalog.catalogIndex',
});

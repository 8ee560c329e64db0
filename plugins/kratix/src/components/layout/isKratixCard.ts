import { isValidElement } from 'react';
import {
  ExtensionBoundary,
  type ExtensionBoundaryProps,
} from '@backstage/frontend-plugin-api';

/**
 * Whether a card on an entity's page is one of this plugin's.
 *
 * A layout is handed elements without names; each stands in the boundary of its extension, which knows the
 * plugin (`EntityCardBlueprint` of plugin-catalog-react 3.2). One that does not is an ordinary card.
 * @internal
 */
export function isKratixCard(element: unknown): boolean {
  return (
    isValidElement<ExtensionBoundaryProps>(element) &&
    element.type === ExtensionBoundary &&
    element.props.node.spec.plugin.pluginId === 'kratix'
  );
}

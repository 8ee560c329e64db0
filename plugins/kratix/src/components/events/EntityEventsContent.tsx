import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { EventsView } from './EventsView';

/**
 * The events of what an entity stands for.
 * @internal
 */
export function EntityEventsContent() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity => <EventsView subject={identity.ref} />}
    </EntityIdentityBoundary>
  );
}

import { useParams } from 'react-router-dom';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { aRequestEntity } from '../src/__fixtures__';
import { EntityManageContent } from '../src/components/manage';

/**
 * The tab Manage in one state.
 */
export function ManageInState() {
  const { state = 'available' } = useParams();
  return (
    <EntityProvider entity={aRequestEntity(state)}>
      <EntityManageContent />
    </EntityProvider>
  );
}

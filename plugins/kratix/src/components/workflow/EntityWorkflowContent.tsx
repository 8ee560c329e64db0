import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { WorkflowView } from './WorkflowView';

/**
 * The workflow of what an entity stands for: of a request, or of a Promise itself.
 * @internal
 */
export function EntityWorkflowContent() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'request' ? (
          <WorkflowView subject={{ type: 'request', ...identity.ref }} />
        ) : (
          <WorkflowView subject={{ type: 'promise', ...identity.ref }} />
        )
      }
    </EntityIdentityBoundary>
  );
}

import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { ManagePage } from './ManagePage';
import { PromiseManagePage } from './PromiseManagePage';

/**
 * What can be done with the request or the Promise that an entity stands for.
 * @internal
 */
export function EntityManageContent() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'request' ? (
          <ManagePage requestRef={identity.ref} />
        ) : (
          <PromiseManagePage promiseRef={identity.ref} />
        )
      }
    </EntityIdentityBoundary>
  );
}

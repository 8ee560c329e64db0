import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityIdentityBoundary } from '../identity/EntityIdentityBoundary';
import { PromiseCard } from './PromiseCard';
import { readTemplateRef } from './readTemplateRef';

/**
 * The card of the service that an entity stands for.
 * @internal
 */
export function EntityPromiseCard() {
  const { entity } = useEntity();
  return (
    <EntityIdentityBoundary entity={entity}>
      {identity =>
        identity.type === 'promise' && (
          <PromiseCard
            promiseRef={identity.ref}
            title={entity.metadata.title ?? entity.metadata.name}
            templateRef={readTemplateRef(entity)}
          />
        )
      }
    </EntityIdentityBoundary>
  );
}

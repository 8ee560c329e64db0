import { useEntity } from '@backstage/plugin-catalog-react';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import { MissingAnnotations } from '../notices/MissingAnnotations';
import { PromiseCard } from './PromiseCard';
import { readTemplateRef } from './readTemplateRef';

/**
 * The card of the service that an entity stands for.
 * @internal
 */
export function EntityPromiseCard() {
  const { entity } = useEntity();
  const identity = readEntityIdentity(entity);
  if (identity.type === 'promise') {
    return (
      <PromiseCard
        promiseRef={identity.ref}
        title={entity.metadata.title ?? entity.metadata.name}
        templateRef={readTemplateRef(entity)}
      />
    );
  }
  return identity.type === 'incomplete' ? (
    <MissingAnnotations annotations={identity.missing} />
  ) : null;
}

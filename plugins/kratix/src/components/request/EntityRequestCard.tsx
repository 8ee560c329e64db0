import { useEntity } from '@backstage/plugin-catalog-react';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import { MissingAnnotations } from '../notices/MissingAnnotations';
import { RequestCard } from './RequestCard';

/**
 * The status card of the request that an entity stands for.
 * @internal
 */
export function EntityRequestCard() {
  const { entity } = useEntity();
  const identity = readEntityIdentity(entity);
  if (identity.type === 'request') {
    return <RequestCard requestRef={identity.ref} />;
  }
  return identity.type === 'incomplete' ? (
    <MissingAnnotations annotations={identity.missing} />
  ) : null;
}

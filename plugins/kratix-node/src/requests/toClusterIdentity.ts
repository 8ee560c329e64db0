import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  refuse,
  tell,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ClusterIdentity } from '../cluster/KubernetesConnection';
import type { ImpersonationConfig } from '../config/KratixConfig';
import type { Actor } from '../service/KratixService';

/**
 * In whose name the cluster is asked, by the platform's identity mode.
 * @internal
 */
export function toClusterIdentity(
  actor: Actor,
  platform: Pick<Platform, 'name' | 'identity'>,
  impersonation: ImpersonationConfig,
): ClusterIdentity {
  if (actor.type === 'portal') {
    return { type: 'portal' };
  }
  switch (platform.identity) {
    case 'service-account':
      return { type: 'portal' };
    case 'user-token':
      if (!actor.token) {
        throw refuse(
          NotAllowedError,
          tell('refusal.noToken', { platform: platform.name }),
        );
      }
      return { type: 'token', token: actor.token };
    case 'impersonate':
      return {
        type: 'impersonate',
        user:
          impersonation.userPrefix + toName(actor.userEntityRef, impersonation),
        groups: actor.ownershipEntityRefs
          .filter(
            ref =>
              parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
          )
          .map(ref => impersonation.groupPrefix + toName(ref, impersonation)),
      };
    default:
      return platform.identity satisfies never;
  }
}

function toName(entityRef: string, impersonation: ImpersonationConfig): string {
  if (impersonation.names === 'ref') {
    return entityRef;
  }
  const { namespace, name } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

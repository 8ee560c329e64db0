import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  kratixHeaders,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Request } from 'express';

/**
 * In whose name the platform is asked: always the person who asks. Their own token is
 * taken from its header where the platform wants one, and nowhere else.
 * @internal
 */
export async function resolveActor(
  req: Pick<Request, 'header'>,
  options: {
    readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
    readonly platform: Pick<Platform, 'identity'>;
    readonly userInfo: UserInfoService;
  },
): Promise<Actor> {
  const info = await options.userInfo.getUserInfo(options.credentials);
  const token =
    options.platform.identity === 'user-token'
      ? req.header(kratixHeaders.userToken)
      : undefined;
  return {
    type: 'user',
    userEntityRef: info.userEntityRef,
    ownershipEntityRefs: info.ownershipEntityRefs,
    ...(token && { token }),
  };
}

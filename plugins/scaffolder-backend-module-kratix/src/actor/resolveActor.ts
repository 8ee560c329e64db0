import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  kratixTaskSecrets,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * In whose name the platform is asked: always the person who started the task. A
 * service may start one only where the platform knows no persons anyway.
 * @internal
 */
export async function resolveActor(
  credentials: BackstageCredentials,
  platform: Pick<Platform, 'identity' | 'title'>,
  options: {
    auth: AuthService;
    userInfo: UserInfoService;
    secrets: Readonly<Record<string, string>> | undefined;
  },
): Promise<Actor> {
  if (!options.auth.isPrincipal(credentials, 'user')) {
    if (platform.identity === 'service-account') {
      return { type: 'portal' };
    }
    throw new NotAllowedError(
      `Platform "${platform.title}" acts in the name of the person who asks, and no person started this task`,
    );
  }
  const info = await options.userInfo.getUserInfo(credentials);
  const token = options.secrets?.[kratixTaskSecrets.userToken];
  if (platform.identity === 'user-token' && !token) {
    throw new InputError(
      `Platform "${platform.title}" needs your own token (task secret "${kratixTaskSecrets.userToken}"), and the task has none. Sign in again and retry`,
    );
  }
  return {
    type: 'user',
    userEntityRef: info.userEntityRef,
    ownershipEntityRefs: info.ownershipEntityRefs,
    ...(platform.identity === 'user-token' && token && { token }),
  };
}

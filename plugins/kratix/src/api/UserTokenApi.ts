import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The person's own OIDC token, for platforms whose `identity` is `user-token`.
 * @public
 */
export interface UserTokenApi {
  /**
   * May ask the person to sign in. Undefined where no platform is asked with it; rejects when the person
   * does not sign in. With `optional`, nobody is asked: undefined as well where somebody would have to be.
   */
  getToken(options?: {
    readonly optional?: boolean;
  }): Promise<string | undefined>;
}

/**
 * Where the token comes from: `kratix.userToken.provider`, or an implementation of one's own for a provider
 * that Backstage has no API for.
 * @public
 */
export const kratixUserTokenApiRef = createApiRef<UserTokenApi>().with({
  id: 'plugin.kratix.user-token',
  pluginId: 'kratix',
});

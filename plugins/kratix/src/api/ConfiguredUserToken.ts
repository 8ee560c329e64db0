import type { ConfigApi, OpenIdConnectApi } from '@backstage/core-plugin-api';
import type { UserTokenApi } from './UserTokenApi';

/** As `auth.providers` calls them: those of Backstage's own that give an OIDC token. @public */
export type UserTokenProvider =
  | 'google'
  | 'microsoft'
  | 'okta'
  | 'gitlab'
  | 'onelogin'
  | 'vmwareCloudServices';

/**
 * The token of the provider that `kratix.userToken.provider` names.
 * @public
 */
export class ConfiguredUserToken implements UserTokenApi {
  readonly #provider: OpenIdConnectApi | undefined;

  /** Throws for a provider that is not known, so that nobody orders in vain. */
  constructor(options: {
    config: ConfigApi;
    providers: Readonly<Record<UserTokenProvider, OpenIdConnectApi>>;
  }) {
    const { config, providers } = options;
    const key = 'kratix.userToken.provider';
    const wanted = config.getOptionalString(key);
    const found = Object.entries(providers).find(([name]) => name === wanted);
    if (wanted !== undefined && !found) {
      throw new Error(
        `${key} is "${wanted}"; allowed are ${Object.keys(providers).join(
          ', ',
        )}`,
      );
    }
    this.#provider = found?.[1];
  }

  async getToken(options?: {
    readonly optional?: boolean;
  }): Promise<string | undefined> {
    return (await this.#provider?.getIdToken(options)) || undefined;
  }
}

export interface Config {
  kratix?: {
    userToken?: {
      /**
       * For platforms whose `identity` is `user-token`: the provider, by its name in `auth.providers`, whose
       * OIDC token of the person is sent to the platform. The API server must trust it. Without a provider, no
       * token is sent.
       * @visibility frontend
       */
      provider?:
        | 'google'
        | 'microsoft'
        | 'okta'
        | 'gitlab'
        | 'onelogin'
        | 'vmwareCloudServices';
    };
  };
}

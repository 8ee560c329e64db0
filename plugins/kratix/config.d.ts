export interface Config {
  kratix?: {
    userToken?: {
      /**
       * For platforms whose `identity` is `user-token`: whose OIDC token of the person the platform is asked
       * with, by its name in `auth.providers`. The API server must trust it. Without it, no token is sent.
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

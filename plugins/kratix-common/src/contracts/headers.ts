/**
 * Headers of writes.
 * @public
 */
export const kratixHeaders = {
  /** The person's own OIDC token, on a platform whose identity is `user-token`. */
  userToken: 'kratix-user-token',
} as const;

/**
 * Ids of the scaffolder actions: what a generated Template and the scaffolder module must agree on.
 * @public
 */
export const kratixActionIds = {
  apply: 'kratix:resource:apply',
  wait: 'kratix:resource:wait',
  delete: 'kratix:resource:delete',
  render: 'kratix:resource:render',
  preview: 'kratix:resource:preview',
  /** For forges whose own Backstage module opens no pull requests, or cannot remove a file with one. */
  openPullRequest: 'kratix:pull-request:open',
  /** Moves requests of a Promise to another version, in batches. */
  rollout: 'kratix:promise:rollout',
  /** Writes a Promise down, for the repository of another platform. */
  renderPromise: 'kratix:promise:render',
  /** Puts a Promise on another platform at once. */
  applyPromise: 'kratix:promise:apply',
} as const;

/**
 * Input of `kratix:resource:apply`. The action looks the API up by the Promise's name, so that a Template
 * never holds a group or version that may have moved on.
 * @public
 */
export interface ApplyActionInput {
  /**
   * `create` (default): a new request; one of the same name that exists already is a conflict, unless this
   * very task made it. `change`: an existing request, whose whole `spec` is replaced.
   */
  mode?: 'create' | 'change';
  /** May be left out where one platform is configured. */
  platform?: string;
  promise: string;
  namespace: string;
  name: string;
  spec: Record<string, unknown>;
  /** Entity reference of the owner; stored on the request (`kratix-portal.io/owner`). */
  owner?: string;
}

/**
 * Output of `kratix:resource:apply`.
 * @public
 */
export interface ApplyActionOutput {
  /** The catalog entity that will stand for the request. */
  entityRef: string;
  platform: string;
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  /** Which object it is and which state of it was asked for, for `kratix:resource:wait`. */
  uid: string;
  generation?: number;
  /** The manifest as it was sent, as YAML. */
  manifest: string;
}

/**
 * Names of the form values of a generated Template. SKE's names, so that Templates its users have
 * customised keep working (ske-compatibility 3C).
 * @public
 */
export const templateParameters = {
  name: 'objname',
  namespace: 'objnamespace',
  owner: 'owner',
  spec: 'spec',
  /** On no page of the form: a link that is about a request that exists sets it to `change`. */
  mode: 'mode',
  /** Holds nothing that is ordered: the page that shows what will be sent. */
  check: 'kratixCheck',
} as const;

/**
 * Names of the task secrets that the actions read.
 * @public
 */
export const kratixTaskSecrets = {
  /** The user's own OIDC token, on a platform whose identity is `user-token`. */
  userToken: 'kratixUserToken',
} as const;

/**
 * Ids of what the browser does before a task starts.
 * @public
 */
export const kratixFormDecorators = {
  /** Brings the task secret of the same name. */
  userToken: 'kratix-user-token',
} as const;

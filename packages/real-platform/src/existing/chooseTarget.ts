/**
 * What the contract suite is to run against, by the environment alone.
 *
 * @public
 */
export type Target =
  | { kind: 'processes' }
  | { kind: 'existing'; context: string }
  | { kind: 'refused'; problem: string };

/**
 * Chooses an existing cluster only when somebody says its name: a kubeconfig that
 * happens to be set must never be enough to write to a cluster.
 *
 * @internal
 */
export function chooseTarget(options: {
  /** The value of `KRATIX_PORTAL_TEST_CLUSTER`. */
  optIn: string | undefined;
  /** The current context of the kubeconfig, if there is one. */
  currentContext: string | undefined;
}): Target {
  const { optIn, currentContext } = options;
  if (optIn === undefined || optIn === '') {
    return { kind: 'processes' };
  }
  if (currentContext === undefined || currentContext === '') {
    return {
      kind: 'refused',
      problem: `KRATIX_PORTAL_TEST_CLUSTER is "${optIn}", but no kubeconfig with a current context was found`,
    };
  }
  if (optIn !== currentContext) {
    return {
      kind: 'refused',
      problem: `KRATIX_PORTAL_TEST_CLUSTER is "${optIn}", but the current context is "${currentContext}"; they must be the same`,
    };
  }
  return { kind: 'existing', context: currentContext };
}

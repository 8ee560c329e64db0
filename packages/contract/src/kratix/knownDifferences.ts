/** What the manager writes back into each Promise and its revision, and what a fresh Promise's status holds. */
function promiseDefaults(moment: string, promise: string): string[] {
  const stored = `moments.${moment}.Promise/${promise}`;
  return [
    `${stored}.spec.workflows.config`,
    `${stored}.spec.workflows.promise`,
    `${stored}.status.kratix.workflows`,
  ];
}

function revisionDefaults(moment: string, number: number): string[] {
  const revision = `moments.${moment}.PromiseRevision/<PromiseRevision ${number}>`;
  return [
    `${revision}.spec.promiseSpec.workflows.config`,
    `${revision}.spec.promiseSpec.workflows.promise`,
  ];
}

/**
 * Scenario → places where the sandbox does not do what real Kratix did. A line here is a debt: it is taken out
 * when the sandbox does.
 * @internal
 */
export const knownDifferences: Readonly<Record<string, readonly string[]>> = {
  // Written when a pipeline suspends, too: what is in its status.yaml.
  'suspended-then-resumed': [
    'moments.suspended.App/suspended.status.suspensions',
  ],
  'suspended-then-changed': [
    'moments.ready.App/reconsidered.status.suspensions',
  ],
  // A number that is 0 is left out.
  'no-destination': [
    'moments.pending.Work/<Work apply 1>.status.workPlacementsCreated',
    'moments.pending.Work/<Work plan 1>.status.workPlacementsCreated',
  ],
  // Kubernetes' Job controller marks the Pods that it has not counted yet.
  slow: ['moments.running.Pod/<Pod plan 1>.metadata.finalizers'],
  'promise-installed': [
    'moments.installed.Events/.events',
    'moments.installed.Promise/contract-new.status.observedGeneration',
    ...promiseDefaults('installed', 'contract-new'),
    ...revisionDefaults('installed', 1),
  ],
  'promise-lacks-what-it-requires': [
    ...promiseDefaults('promise', 'contract-demanding'),
    ...revisionDefaults('promise', 1),
  ],
  'upgraded-then-pinned-back': [
    'moments.promise.Promise/contract-upgraded.status.observedGeneration',
    'moments.promise.PromiseRevision/<PromiseRevision 1>.status',
    ...promiseDefaults('promise', 'contract-upgraded'),
    ...revisionDefaults('promise', 1),
    ...revisionDefaults('promise', 2),
  ],
};

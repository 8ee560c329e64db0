/**
 * Texts about what cannot be shown, and why.
 * @internal
 */
export const problemMessages = {
  problem: {
    platformUnnamed:
      'The entity does not name its platform ({{annotation}}), so it was looked up.',
    forbidden: 'You may not see this.',
    forbiddenNext:
      'Ask whoever looks after Backstage for the permission {{permission}}.',
    unauthorised: 'Your session has ended.',
    unauthorisedNext: 'Reload the page to sign in again.',
    notFoundRequest: '{{name}} was removed from the platform.',
    notFoundRequestNext:
      'This page follows as soon as the catalog has caught up.',
    /** In a word, where the header says how it fares. */
    notFoundWord: 'Removed',
    notFoundPromise: '{{name}} is no longer offered by the platform.',
    notFoundPlatforms: 'The platforms were not found.',
    unreachable: '{{platform}} does not answer, and nothing is known yet.',
    unreachableNext:
      'It is asked again by itself. If this lasts, tell the platform team.',
    noAnswer: 'The portal does not answer.',
    noAnswerNext: 'It is asked again by itself.',
    notInstalled: 'The Kratix backend is not installed.',
    notInstalledNext: 'Add the plugin kratix-backend to the Backstage backend.',
    invalid: 'The answer was not understood.',
    invalidNext:
      'The pages and the backend may be of different versions: reload, then update both.',
    failed: 'Something went wrong.',
    failedNext: 'Try again. If this lasts, tell whoever looks after Backstage.',
    serverSays: 'What the server said',
  },
  stale: {
    word: 'Not reported',
    lastKnown: 'Last known: {{word}}.',
    lastKnownDated: 'Last known: {{word}}, {{time}}.',
    portalTitle: 'As it was {{time}}',
  },
  silence: {
    unreachable: '{{platform}} does not answer.',
    unauthorized: '{{platform}} no longer lets the portal in.',
    forbidden: '{{platform}} does not let the portal read this.',
    notInstalled: 'Kratix was not found on {{platform}}.',
    throttled: '{{platform}} is too busy to answer.',
    invalidResponse: '{{platform}} answers what the portal cannot read.',
  },
  missing: {
    title: 'Not enough is known about this entity',
    intro:
      'To show what happens to it on its platform, the entity needs these annotations:',
  },
} as const;

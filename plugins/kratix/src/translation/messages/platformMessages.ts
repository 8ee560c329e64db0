/**
 * Texts about platforms.
 * @internal
 */
export const platformMessages = {
  platform: {
    loading: 'Loading platforms',
    connected: 'Connected',
    connecting: 'Connecting',
    degraded: 'Partly readable',
    unreachable: 'Does not answer',
    connectedSentence: 'Everything is up to date.',
    connectingSentence: 'Reading what is there for the first time.',
    degradedSentence:
      'Some of it cannot be read. What is shown may be out of date.',
    unreachableSentence:
      'What is shown here is the last known state. It heals by itself when the platform answers.',
    confirmed: 'Last confirmed {{time}}.',
    says: 'What the connection reports',
    delivery: {
      apply: 'Orders are applied at once',
      'pull-request': 'Orders become pull requests',
    },
    promises_one: '{{count}} service',
    promises_other: '{{count}} services',
    requests_one: '{{count}} request',
    requests_other: '{{count}} requests',
    countsUnknown: 'Services and requests are not known yet.',
    problems_one: '{{count}} thing is not shown as meant',
    problems_other: '{{count}} things are not shown as meant',
    problemsMore: 'Only the first {{maximum}} are listed.',
    watches_one: '{{live}} of {{count}} collection is followed live',
    watches_other: '{{live}} of {{count}} collections are followed live',
    watch: {
      live: 'Followed live.',
      stale: 'Not confirmed now; what is shown is the last known.',
      unknown: 'Not known yet.',
    },
    watchObjects_one: '{{count}} object.',
    watchObjects_other: '{{count}} objects.',
    watchCounts:
      'Since the portal started: listed {{lists}} times, connected {{connects}} times, failed {{failures}} times.',
    mend: {
      'unusable-annotation':
        'Correct the annotation of the object, or take it off.',
      'name-taken':
        'It works all the same. If its name in the catalog matters, order it again under a name that is free.',
      'transformer-failed':
        'Mend the transformer, which this Backstage adds to the catalog, or tell who looks after it.',
      'entity-refused':
        'Correct what the object says there, or the transformer of this Backstage that wrote it.',
    },
    emptyTitle: 'Nothing is offered yet',
    emptyText:
      'A service appears here, in the catalog and under Create, as soon as its Promise is installed on the platform:',
    marketplace: 'Find a first Promise in the Kratix marketplace',
    noneTitle: 'No platform is configured',
    noneText:
      'Tell Backstage which cluster runs Kratix, in app-config.yaml, and start it again:',
  },
  sandbox: {
    badge: 'Sandbox',
    notice:
      'This is a sandbox, a simulated platform: orders run, but nothing is really built.',
  },
} as const;

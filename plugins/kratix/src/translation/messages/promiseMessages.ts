/**
 * Texts about one service.
 * @internal
 */
export const promiseMessages = {
  promise: {
    available: 'Available',
    availableSentence: '{{name}} can be ordered.',
    unavailable: 'Not available',
    unavailableSentence: '{{name}} cannot take requests now.',
    unavailableMessage: '{{name}} cannot take requests now: {{message}}',
    unavailableNext: 'Orders are kept and start when it is available.',
    apiProblemNext: 'Tell the platform team: the Promise must be corrected.',
    missing: '{{name}} cannot take requests now: it needs {{missing}}.',
    notReported: 'Not reported',
    notReportedSentence:
      'The platform has not said yet whether {{name}} can be ordered.',
    gone: 'Service is gone',
    paused: 'Paused',
    cannotBeOrdered: 'Cannot be ordered',
    pausedSentence: '{{name}} is paused: requests and changes wait.',
    resume: 'Resume it',
    order: 'Order',
    orderNamed: 'Order {{name}}',
    withoutApi: 'It offers nothing to order: it only sets things up.',
    apiProblem: 'Its API cannot be used: {{problem}}',
    api: 'API kind',
    version: 'Version',
    unversioned: 'None',
    release: 'Managed by',
    releaseManaged: 'Release {{name}}; edits are overwritten',
    platform: 'Platform',
    requirements: 'It needs',
    requests: 'Requests',
    requestsUnknown: 'Not known at the moment.',
    noRequests: 'Nobody has ordered it yet.',
    requirementUnknown: 'not checked yet',
  },
} as const;

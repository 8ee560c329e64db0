/**
 * Why the portal itself refuses something. What an API server or a forge says stands in them as it is.
 * @internal
 */
export const refusalWordings = {
  request: 'Request {{request}} of Promise {{promise}}',
  version: 'Version {{version}} of Promise {{promise}}',
  versionOfRequest: 'Version of request {{request}} of Promise {{promise}}',
  preview: 'Preview {{preview}} of {{request}}',
  summary: 'Summary of preview {{preview}}',
  workflowOfRequest: 'Workflow of request {{request}} of Promise {{promise}}',
  workflowOfPromise: 'Workflow of Promise {{promise}}',
  someoneElse: 'someone else',
  unknownField: 'unknown field',
  said: '{{subject}}: {{message}}',
  notUnderstood: '{{subject}} cannot be understood: {{problem}}',
  existsAlready:
    '{{subject}} exists already; choose another name, or change that one',
  changedMeanwhile:
    '{{subject}} was changed by somebody else meanwhile; look at it again',
  anotherByNow: '{{subject}} is another one by now; look at it again',
  managedBy:
    '{{subject}} is managed by {{managers}}, which set {{fields}}; change it there, or hand these fields over first',
  appliedBy:
    '{{subject}}: {{field}} is managed by {{manager}}, which would put it back; change it there',
  notWaiting: 'The workflow of {{request}} does not wait any more',
  waitsForOther:
    'The workflow of {{request}} waits for something else by now; look at it again',
  notBound: '{{subject}}: Kratix has not bound it to a version',
  boundSeveralTimes:
    '{{subject}} has several ResourceBindings; Kratix follows none of them until there is one',
  followsByNow: '{{subject}} follows {{version}} by now; look at it again',
  revisionsUnknown:
    '{{subject}} cannot be read now: which revisions there are is not known',
  revisionNotKept: '{{subject}} is not kept on this platform',
  noPreview: 'There is no preview {{preview}} of {{request}}',
  noPreviews: 'This platform has no previews (DryRun)',
  summaryBroken:
    '{{subject}} cannot be read; it is broken, or larger than {{number}} bytes',
  notServed: '{{subject}}: the platform does not serve {{api}} now',
  noPlatform: "There is no platform '{{platform}}' (kratix.platforms)",
  noPromise: 'There is no Promise {{promise}}',
  noApi: 'Promise {{promise}} has no API, so nothing can be requested from it',
  unusableApi:
    'Promise {{promise}} has an API that cannot be used: {{problem}}',
  notOffered:
    '{{given}} is not what the Promise offers: {{kind}} in {{served}}',
  namespaceKept:
    'Requests on platform "{{platform}}" cannot live in namespace "{{namespace}}", only in {{namespaces}}',
  noToken:
    "Platform {{platform}} is asked with the user's own token, and this sign-in brought none",
  notSaidWhatToOrder: 'The platform did not say what you may order',
  tooManyNamespaces:
    'There are too many namespaces ({{number}}) to ask about each',
  noSuchFile: '{{subject}} does not deliver such a file (any more)',
  noContainer: 'Pod {{pod}} has no container {{container}}',
  portalMayNotRead:
    'The platform does not let the portal read this: {{message}}',
  tooManyLogs: 'Too many logs are being read now',
  needsPermissionToOrder:
    'You need the permission {{permission}} for {{promise}} in namespace {{namespace}}',
  needsAnyPermission:
    'You need a permission to read platforms, Promises or requests',
  promiseUnreadable:
    'Promise "{{promise}}" is on platform "{{platform}}", but cannot be understood',
  requestUnreadable:
    'Request "{{name}}" is on platform "{{platform}}", but cannot be understood',
  noPromiseHere: 'There is no Promise "{{promise}}" on platform "{{platform}}"',
  noRequestHere:
    'There is no request "{{name}}" to {{promise}} in namespace "{{namespace}}" of platform "{{platform}}"',
  notAnsweredYet: 'it has not answered yet',
  promisesUnknown:
    'The Promises of platform "{{platform}}" are not known: {{why}}',
  requestsUnknown:
    'The requests to {{promise}} of platform "{{platform}}" are not known: {{why}}',
  namespacesUnknown:
    'The namespaces of platform "{{platform}}" are not known: {{why}}',
  destinationsUnknown:
    'The Destinations of platform "{{platform}}" are not known: {{why}}',
  rolloutUnknown:
    'The requests, versions and bindings of {{promise}} on {{platform}} are not known now',
  removedByPullRequest:
    'Platform "{{platform}}" takes removals by pull request',
  otherPromise:
    'The file holds the Promise {{given}}, and this is about {{promise}}',
} as const;

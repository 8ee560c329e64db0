/**
 * What changed between two states of a Promise, and what it means. `{{path}}` is a field of the request, like
 * `spec.size`; values stand in them as JSON.
 * @internal
 */
export const impactWordings = {
  breaking: 'Breaking: requests of today can be refused or lose what they say.',
  risky: 'Risky: every request stays valid, but not everything stays as it is.',
  safe: 'Safe: no request is refused or changes its meaning.',
  promiseRemoved:
    'The Promise is gone; removing it removes every request and what they brought.',
  promiseAdded: 'The Promise is new.',
  apiUnusable: 'The API cannot be used: {{reason}}',
  apiRefused: 'The API server refuses the schema: {{reason}}',
  apiRemoved: 'The API is gone; Kratix refuses to remove it.',
  apiAdded: 'It now has an API, {{kind}}.',
  identityChanged:
    "The API's {{part}} changed from {{before}} to {{after}}; Kratix refuses that. Keep it, or make it a new Promise.",
  none: 'none',
  versionRemoved:
    'Version {{version}} of the API is no longer served; requests written for it are refused.',
  versionAdded: 'Version {{version}} of the API is served too.',
  storedGone:
    "Requests are stored as version {{version}}, which is gone: the API server refuses the API as long as the CRD's status.storedVersions names it. Keep it, not served.",
  conversionChanged:
    'Requests are converted between versions by {{after}} instead of {{before}}.',
  statusDescribed:
    'status is described in another way; Kratix puts its own description in its place.',
  storageChanged: 'Requests are stored as {{after}} instead of {{before}}.',
  atVersion: 'At version {{version}}: {{change}}',
  notServed: 'is not served: {{version}}; use {{right}}',
  wrongKind: "is {{kind}}, and the API's is {{right}}",
} as const;

/**
 * What changed in where things go, how they are made, and what a Promise needs.
 * @internal
 */
export const impactPromiseWordings = {
  selectors:
    'What is delivered goes to Destinations with {{after}} instead of {{before}}.',
  anyLabels: 'any labels',
  requirementChanged: 'It needs {{promise}} {{after}} instead of {{before}}.',
  requirementAdded:
    'It now needs the Promise {{promise}} {{version}}; without it, it takes no requests.',
  requirementRemoved: 'It no longer needs the Promise {{promise}} {{version}}.',
  dependencies:
    'What the Promise installs on its Destinations changed (objects before: {{before}}, now: {{after}}).',
  dependenciesNew: 'The Promise now installs on its Destinations: {{objects}}.',
  dependenciesGone:
    'The Promise no longer installs on its Destinations: {{objects}}.',
  dependenciesOther:
    'The Promise installs on its Destinations in another state: {{objects}}.',
  dependenciesReordered:
    'What the Promise installs on its Destinations stands in another order.',
  anyVersion: 'at any version',
  pipelineNamespace:
    'Pipelines run in namespace {{after}} instead of {{before}}.',
  ownNamespace: "each request's own",
  interval: 'Everything is done again {{after}} instead of {{before}}.',
  everyInterval: 'every {{interval}}',
  ownInterval: 'as often as the platform says',
  pipeline: '{{name}} ({{workflow}})',
  pipelineAdded: 'Pipeline {{pipeline}} is new, with the steps {{steps}}.',
  pipelineRemoved: 'Pipeline {{pipeline}} is gone.',
  pipelinesReordered:
    'Pipelines of {{workflow}} run in another order: {{pipelines}}.',
  image: 'Step {{step}} of {{pipeline}} runs {{after}} instead of {{before}}.',
  steps: 'Pipeline {{pipeline}} has the steps {{steps}} instead of {{before}}.',
  step: '{{step}} with {{image}}',
  settings: 'Pipeline {{pipeline}} runs with another {{settings}}.',
  otherSettings: 'Pipeline {{pipeline}} runs with other settings.',
  command: 'command',
  environment: 'environment',
  volumes: 'set of volumes',
  permissions: 'set of permissions',
  security: 'security context',
  resources: 'share of processor and memory',
  scheduling: 'choice of nodes',
  pulling: 'way to pull images',
  retries: 'way to retry',
  labels: 'set of labels and annotations',
} as const;

/**
 * Texts of lists of requests and of the parts of one.
 * @internal
 */
export const listMessages = {
  list: {
    label: 'Requests',
    loading: 'Loading requests',
    search: 'Search requests',
    name: 'Name',
    phase: 'Status',
    service: 'Service',
    platform: 'Platform',
    version: 'Version',
    owner: 'Owner',
    namespace: 'Namespace',
    age: 'Age',
    phases: 'Filter by status',
    anyNamespace: 'All namespaces',
    anyOwner: 'All owners',
    anyVersion: 'All versions',
    choice: '{{value}} ({{number}})',
    clear: 'Clear filters',
    none: 'Nobody has ordered it yet.',
    noneHere: 'There are no requests yet.',
    noMatch: 'No request matches.',
    range: '{{from}}–{{to}} of {{total}}',
    unknownPlatform:
      '{{platform}} is not known yet: its requests are missing here, not gone.',
    unknownPromise:
      'The requests to {{promise}} on {{platform}} are not known yet: they are missing here, not gone.',
    stalePlatform: '{{platform}} does not confirm its requests now: {{why}}',
    stalePromise:
      '{{platform}} does not confirm the requests to {{promise}} now: {{why}}',
    stale: 'Last known',
    updateAvailable: '{{version}} available',
    all: 'All requests',
    tab: 'Requests',
  },
  parts: {
    title: 'Made of',
    partOf: 'Part of',
    loading: 'Loading its parts',
    unknown: 'Its parts cannot be told at the moment.',
    cut: 'There are more parts than are shown.',
    level: 'level {{depth}}',
  },
} as const;

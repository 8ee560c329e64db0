import type { Gvr } from '../../apiserver/cluster';

const platform = (resource: string): Gvr => ({
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource,
});

/**
 * Where each kind that Kratix owns or writes is served.
 * @internal
 */
export const resources = {
  promises: platform('promises'),
  promiseReleases: platform('promisereleases'),
  promiseRevisions: platform('promiserevisions'),
  resourceBindings: platform('resourcebindings'),
  works: platform('works'),
  workPlacements: platform('workplacements'),
  destinations: platform('destinations'),
  gitStateStores: platform('gitstatestores'),
  bucketStateStores: platform('bucketstatestores'),
  healthRecords: platform('healthrecords'),
  dryRuns: platform('dryruns'),
  namespaces: { group: '', version: 'v1', resource: 'namespaces' },
  configMaps: { group: '', version: 'v1', resource: 'configmaps' },
  serviceAccounts: { group: '', version: 'v1', resource: 'serviceaccounts' },
  secrets: { group: '', version: 'v1', resource: 'secrets' },
  pods: { group: '', version: 'v1', resource: 'pods' },
  jobs: { group: 'batch', version: 'v1', resource: 'jobs' },
  events: { group: 'events.k8s.io', version: 'v1', resource: 'events' },
  crds: {
    group: 'apiextensions.k8s.io',
    version: 'v1',
    resource: 'customresourcedefinitions',
  },
} as const satisfies Record<string, Gvr>;

/** The group and version of every Kratix kind. @internal */
export const platformApiVersion = 'platform.kratix.io/v1alpha1';

/** Hard-coded in Kratix (api/v1alpha1/const.go). @internal */
export const systemNamespace = 'kratix-platform-system';

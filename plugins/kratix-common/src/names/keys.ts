/**
 * Keys that Kratix itself reads or writes on cluster objects (kratix-domain 3.1, 3.6, 9).
 * @public
 */
export const kratixLabels = {
  promiseName: 'kratix.io/promise-name',
  promiseVersion: 'kratix.io/promise-version',
  promiseReleaseName: 'kratix.io/promise-release-name',
  resourceName: 'kratix.io/resource-name',
  resourceNamespace: 'kratix.io/resource-namespace',
  paused: 'kratix.io/paused',
  manualReconciliation: 'kratix.io/manual-reconciliation',
  reconcileResources: 'kratix.io/reconcile-resources',
  workflowSuspended: 'kratix.io/workflow-suspended',
  runFromStart: 'internal.workflows.kratix.io/run-from-start',
  dryRun: 'kratix.io/dry-run',
  dryRunOwner: 'kratix.io/dry-run-owner',
  dryRunSummary: 'kratix.io/dry-run-summary',
  latestRevision: 'kratix.io/latest-revision',
  pipelineName: 'kratix.io/pipeline-name',
  workflowType: 'kratix.io/workflow-type',
  workflowAction: 'kratix.io/workflow-action',
  /** Of what a pipeline ran for. */
  hash: 'kratix.io/hash',
  workType: 'kratix.io/work-type',
  work: 'kratix.io/work',
  workloadGroupId: 'kratix.io/workload-group-id',
  parentPromiseName: 'kratix.io/parent-promise-name',
  parentResourceName: 'kratix.io/parent-resource-name',
  parentResourceNamespace: 'kratix.io/parent-resource-namespace',
  componentOfPromiseName: 'kratix.io/component-of-promise-name',
  componentOfResourceName: 'kratix.io/component-of-resource-name',
  componentOfResourceNamespace: 'kratix.io/component-of-resource-namespace',
} as const;

/**
 * Annotations of catalog entities that say which cluster object an entity stands for. They are SKE's keys
 * where it has one (ske-compatibility 1C), so that its users' entities work unchanged.
 * @public
 */
export const entityAnnotations = {
  /** `promise` or `resource`. */
  type: 'kratix.io/type',
  promiseName: 'kratix.io/promise-name',
  /** Kind of the Promise's API, on a Promise's entity. */
  apiName: 'kratix.io/api-name',
  apiGroup: 'kratix.io/api-group',
  /** Name of the Template that orders from this Promise. */
  template: 'kratix.io/backstage-promise-template',
  group: 'kratix.io/group',
  version: 'kratix.io/version',
  kind: 'kratix.io/kind',
  name: 'kratix.io/name',
  namespace: 'kratix.io/namespace',
  promiseVersion: 'kratix.io/promise-version',
  requestedBy: 'kratix.io/requested-by',
  /** Ours: which configured platform the object lives on. */
  platform: 'kratix-portal.io/platform',
  /** Ours: plural resource name of the API. */
  plural: 'kratix-portal.io/plural',
  /** Ours: the phase of a request, so that tables can show and filter it. */
  phase: 'kratix-portal.io/phase',
  /** Ours: availability of a Promise. */
  availability: 'kratix-portal.io/availability',
  /**
   * Ours: `gone` on a request whose Promise no longer exists; on a Promise `paused`, `unavailable` or
   * `being-removed`.
   */
  promiseState: 'kratix-portal.io/promise-state',
  /** Ours: the PromiseRelease that keeps a Promise, so that edits of it are overwritten. */
  release: 'kratix-portal.io/release',
} as const;

/**
 * Annotations an author or a person who orders may set on a Promise or a request to shape its entity.
 * @public
 */
export const authorAnnotations = {
  owner: 'kratix-portal.io/owner',
  title: 'kratix-portal.io/title',
  description: 'kratix-portal.io/description',
  icon: 'kratix-portal.io/icon',
  tags: 'kratix-portal.io/tags',
  links: 'kratix-portal.io/links',
  lifecycle: 'kratix-portal.io/lifecycle',
  system: 'kratix-portal.io/system',
  docs: 'kratix-portal.io/docs',
  hide: 'kratix-portal.io/hide',
  templateOwner: 'kratix-portal.io/template-owner',
  /** Stamped by the portal on every request that it writes: the entity reference of who asked. */
  requestedBy: 'kratix.io/requested-by',
  /** Stamped by the portal on every request that it creates: the scaffolder task that ordered it. */
  task: 'kratix-portal.io/task',
  /** Stamped by the portal with each operation: which one, by whom and when, as JSON. */
  lastOperation: 'kratix-portal.io/last-operation',
} as const;

/**
 * Labels that the portal puts on objects of its own making.
 * @public
 */
export const portalLabels = {
  /** On a DryRun that the portal made, and will remove. */
  preview: 'kratix-portal.io/preview',
} as const;

/**
 * Labels and annotations that Kratix reads and writes (api/v1alpha1/work_types.go, lib/resourceutil/util.go).
 * @internal
 */
export const labels = {
  promiseName: 'kratix.io/promise-name',
  promiseVersion: 'kratix.io/promise-version',
  promiseReleaseName: 'kratix.io/promise-release-name',
  latestRevision: 'kratix.io/latest-revision',
  paused: 'kratix.io/paused',
  manualReconciliation: 'kratix.io/manual-reconciliation',
  reconcileResources: 'kratix.io/reconcile-resources',
  workflowSuspended: 'kratix.io/workflow-suspended',
  runFromStart: 'internal.workflows.kratix.io/run-from-start',
  resourceName: 'kratix.io/resource-name',
  resourceNamespace: 'kratix.io/resource-namespace',
  workType: 'kratix.io/work-type',
  workflowType: 'kratix.io/workflow-type',
  workflowAction: 'kratix.io/workflow-action',
  pipelineName: 'kratix.io/pipeline-name',
  hash: 'kratix.io/hash',
  managedBy: 'app.kubernetes.io/managed-by',
  work: 'kratix.io/work',
  workloadGroupId: 'kratix.io/workload-group-id',
  targetDestinationName: 'kratix.io/targetDestinationName',
  misplaced: 'kratix.io/misplaced',
  dryRun: 'kratix.io/dry-run',
  dryRunOwner: 'kratix.io/dry-run-owner',
  dryRunParent: 'kratix.io/dry-run-parent',
  dryRunSummary: 'kratix.io/dry-run-summary',
  parentResourceName: 'kratix.io/parent-resource-name',
} as const;

/** @internal */
export const annotations = {
  jobResourceNamespace: 'kratix.io/job-resource-namespace',
  jobResourceName: 'kratix.io/job-resource-name',
  jobResourceKind: 'kratix.io/job-resource-kind',
  jobResourceApiVersion: 'kratix.io/job-resource-api-version',
  dryRunResourceName: 'kratix.io/dry-run-resource-name',
  dryRunResourceNamespace: 'kratix.io/dry-run-resource-namespace',
  reconciliationInterval: 'kratix.io/reconciliation-interval',
  lastUpdatedAt: 'kratix.io/last-updated-at',
} as const;

/** @internal */
export const finalizers = {
  work: 'kratix.io/work-cleanup',
  workflows: 'kratix.io/workflows-cleanup',
  deleteWorkflows: 'kratix.io/delete-workflows',
  resourceBinding: 'kratix.io/resource-binding-cleanup',
  resourceRequests: 'kratix.io/resource-request-cleanup',
  dynamicController: 'kratix.io/dynamic-controller-dependant-resources-cleanup',
  crd: 'kratix.io/api-crd-cleanup',
  dependencies: 'kratix.io/dependencies-cleanup',
  revisions: 'kratix.io/revision-cleanup',
  promiseRelease: 'kratix.io/promise-cleanup',
  repository: 'finalizers.workplacement.kratix.io/repo-cleanup',
  dotFiles: 'finalizers.workplacement.kratix.io/kratix-dot-files-cleanup',
  destination: 'kratix.io/destination-cleanup',
  healthRecord: 'kratix.io/health-record-cleanup',
  /** Kubernetes': the Job controller has not counted the Pod yet. */
  jobTracking: 'batch.kubernetes.io/job-tracking',
} as const;

/** Version of a Promise without a version label (docs say "not set"; the code writes this). @internal */
export const unversioned = 'not-set';

/** A binding that follows the newest revision. @internal */
export const latestVersion = 'latest';

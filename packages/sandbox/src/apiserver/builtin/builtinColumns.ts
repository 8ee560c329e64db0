import type { KubeObject } from '../cluster';
import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { Column } from '../tables/Column';
import {
  ageColumn,
  ageOf,
  nameColumn,
  shortDuration,
} from '../tables/commonColumns';

/**
 * The columns of `kubectl get` for built-in types.
 * Source: kubernetes/pkg/printers/internalversion/printers.go.
 * @internal
 */
export function builtinColumns(group: string, resource: string): Column[] {
  const key = `${group}/${resource}`;
  if (key === '/events' || key === 'events.k8s.io/events') {
    return eventColumns;
  }
  const special = Object.hasOwn(columns, key) ? columns[key] : undefined;
  return special ?? [nameColumn, ageColumn];
}

const createdAt: Column = {
  name: 'Created At',
  type: 'date',
  cell: object => object.metadata.creationTimestamp,
};

const eventColumns: Column[] = [
  column('Last Seen', (event, now) =>
    ageOf(
      text(event.lastTimestamp) ||
        text(event.deprecatedLastTimestamp) ||
        text(event.eventTime) ||
        text(event.firstTimestamp),
      now,
    ),
  ),
  column('Type', event => text(event.type)),
  column('Reason', event => text(event.reason)),
  column('Object', event => {
    const about = child(event, 'involvedObject', 'regarding');
    return `${text(about.kind).toLowerCase()}/${text(about.name)}`;
  }),
  column(
    'Source',
    event =>
      text(child(event, 'source').component) ||
      text(event.reportingComponent) ||
      text(event.reportingController),
    1,
  ),
  column('Message', event => text(event.message ?? event.note).trim()),
  column(
    'First Seen',
    (event, now) => ageOf(text(event.firstTimestamp), now),
    1,
  ),
  column('Count', event => Number(event.count ?? 1), 1),
  { ...nameColumn, priority: 1 },
];

const columns: Record<string, Column[]> = {
  '/namespaces': [
    nameColumn,
    column('Status', namespace => text(child(namespace, 'status').phase)),
    ageColumn,
  ],
  '/nodes': [
    nameColumn,
    column('Status', () => 'Ready'),
    column('Roles', () => '<none>'),
    ageColumn,
    column('Version', () => 'v1.32.0', 1),
  ],
  '/configmaps': [
    nameColumn,
    column(
      'Data',
      map => size(child(map, 'data')) + size(child(map, 'binaryData')),
    ),
    ageColumn,
  ],
  '/secrets': [
    nameColumn,
    column('Type', secret => text(secret.type)),
    column('Data', secret => size(child(secret, 'data'))),
    ageColumn,
  ],
  '/serviceaccounts': [
    nameColumn,
    column('Secrets', account => items(account.secrets).length),
    ageColumn,
  ],
  '/pods': [
    nameColumn,
    column('Ready', podReady),
    column('Status', podStatus),
    column('Restarts', pod =>
      String(
        statuses(pod, 'containerStatuses').reduce(
          (sum, status) => sum + Number(status.restartCount ?? 0),
          0,
        ),
      ),
    ),
    ageColumn,
    column('IP', pod => text(child(pod, 'status').podIP) || '<none>', 1),
    column('Node', pod => text(child(pod, 'spec').nodeName) || '<none>', 1),
  ],
  'batch/jobs': [
    nameColumn,
    column('Status', jobStatus),
    column(
      'Completions',
      job =>
        `${Number(child(job, 'status').succeeded ?? 0)}/${Number(
          child(job, 'spec').completions ?? 1,
        )}`,
    ),
    column('Duration', jobDuration),
    ageColumn,
    column('Containers', job => podTemplate(job, 'name'), 1),
    column('Images', job => podTemplate(job, 'image'), 1),
  ],
  'coordination.k8s.io/leases': [
    nameColumn,
    column('Holder', lease => text(child(lease, 'spec').holderIdentity)),
    ageColumn,
  ],
  'rbac.authorization.k8s.io/roles': [nameColumn, createdAt],
  'rbac.authorization.k8s.io/clusterroles': [nameColumn, createdAt],
  'rbac.authorization.k8s.io/rolebindings': [
    nameColumn,
    column('Role', roleOf),
    ageColumn,
  ],
  'rbac.authorization.k8s.io/clusterrolebindings': [
    nameColumn,
    column('Role', roleOf),
    ageColumn,
  ],
  'apiextensions.k8s.io/customresourcedefinitions': [nameColumn, createdAt],
};

function column(
  name: string,
  cell: (object: KubeObject, now: number) => unknown,
  priority = 0,
): Column {
  return { name, type: 'string', priority, cell };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function child(object: JsonObject, ...keys: string[]): JsonObject {
  const found = keys.map(key => object[key]).find(isObject);
  return found ?? {};
}

function items(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function size(object: JsonObject): number {
  return Object.keys(object).length;
}

function statuses(pod: KubeObject, field: string): JsonObject[] {
  return items(child(pod, 'status')[field]);
}

function podReady(pod: KubeObject): string {
  const ready = statuses(pod, 'containerStatuses').filter(
    status => status.ready === true,
  );
  return `${ready.length}/${items(child(pod, 'spec').containers).length}`;
}

/** The pod's phase, or what its containers say about it. */
function podStatus(pod: KubeObject): string {
  if (pod.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  const inits = statuses(pod, 'initContainerStatuses');
  const unfinished = inits.findIndex(
    status => child(child(status, 'state'), 'terminated').exitCode !== 0,
  );
  if (unfinished >= 0) {
    const state = child(inits[unfinished] ?? {}, 'state');
    const reason =
      text(child(state, 'terminated').reason) ||
      text(child(state, 'waiting').reason);
    const total = items(child(pod, 'spec').initContainers).length;
    return reason && reason !== 'PodInitializing'
      ? `Init:${reason}`
      : `Init:${unfinished}/${total}`;
  }
  const reasons = statuses(pod, 'containerStatuses')
    .map(status => child(status, 'state'))
    .map(
      state =>
        text(child(state, 'waiting').reason) ||
        text(child(state, 'terminated').reason),
    );
  const status = child(pod, 'status');
  return (
    reasons.find(reason => reason !== '') ||
    text(status.reason) ||
    text(status.phase)
  );
}

function jobStatus(job: KubeObject): string {
  const met = (type: string) =>
    items(child(job, 'status').conditions).some(
      condition => condition.type === type && condition.status === 'True',
    );
  if (met('Complete')) {
    return 'Complete';
  }
  if (met('Failed')) {
    return 'Failed';
  }
  if (job.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  return met('Suspended') ? 'Suspended' : 'Running';
}

function jobDuration(job: KubeObject, now: number): string {
  const { startTime, completionTime } = child(job, 'status');
  const start = Date.parse(text(startTime));
  const end = Date.parse(text(completionTime));
  return Number.isNaN(start)
    ? ''
    : shortDuration((Number.isNaN(end) ? now : end) - start);
}

function podTemplate(job: KubeObject, field: string): string {
  const { containers } = child(child(child(job, 'spec'), 'template'), 'spec');
  return items(containers)
    .map(container => text(container[field]))
    .join(',');
}

function roleOf(binding: KubeObject): string {
  const role = child(binding, 'roleRef');
  return `${text(role.kind)}/${text(role.name)}`;
}

import type { KubeObject } from '../cluster';
import type { Column } from '../tables/Column';
import {
  ageColumn as customAgeColumn,
  nameColumn,
} from '../tables/commonColumns';
import { eventColumns } from './eventColumns';
import { jobDuration, jobStatus, podTemplate } from './jobCells';
import { podReady, podStatus } from './podCells';
import { child, items, size, statuses, text } from './readCell';

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

/** The printers of built-in types call an age a text. */
const ageColumn: Column = { ...customAgeColumn, type: 'string' };

const createdAt: Column = {
  name: 'Created At',
  type: 'date',
  description: customAgeColumn.description,
  cell: object => object.metadata.creationTimestamp,
};

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

function roleOf(binding: KubeObject): string {
  const role = child(binding, 'roleRef');
  return `${text(role.kind)}/${text(role.name)}`;
}

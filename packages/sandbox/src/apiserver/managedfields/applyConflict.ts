import { StatusError } from '../status/StatusError';
import type { ManagedFieldsEntry } from './ManagedFieldsEntry';

/** @internal */
export interface Conflict {
  readonly owner: ManagedFieldsEntry;
  readonly path: readonly string[];
}

/**
 * 409 for server-side apply. Source of the words:
 * k8s.io/apimachinery/pkg/util/managedfields/internal/conflict.go.
 * @internal
 */
export function applyConflict(conflicts: readonly Conflict[]): StatusError {
  return new StatusError(409, 'Conflict', message(conflicts), {
    causes: conflicts.map(({ owner, path }) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${describe(owner)}`,
      field: formatPath(path),
    })),
  });
}

function message(conflicts: readonly Conflict[]): string {
  const [only] = conflicts;
  if (only && conflicts.length === 1) {
    return `Apply failed with 1 conflict: conflict with ${describe(
      only.owner,
    )}: ${formatPath(only.path)}`;
  }
  const lines = [...new Set(conflicts.map(({ owner }) => describe(owner)))]
    .sort()
    .flatMap(owner => [
      `conflicts with ${owner}:`,
      ...conflicts
        .filter(conflict => describe(conflict.owner) === owner)
        .map(conflict => `- ${formatPath(conflict.path)}`),
    ]);
  return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
}

function describe(owner: ManagedFieldsEntry): string {
  const name = JSON.stringify(owner.manager);
  const named = owner.subresource
    ? `${name} with subresource ${JSON.stringify(owner.subresource)}`
    : name;
  return owner.operation === 'Update'
    ? `${named} using ${owner.apiVersion}`
    : named;
}

/** A place as Go prints it, e.g. `.spec.ports[port=80]`. @internal */
export function formatPath(path: readonly string[]): string {
  return path.map(formatElement).join('');
}

function formatElement(element: string): string {
  const text = element.slice(2);
  if (element.startsWith('k:')) {
    const keys = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return `[${keys
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join(',')}]`;
  }
  if (element.startsWith('i:')) {
    return `[${text}]`;
  }
  return element.startsWith('v:') ? `[=${text}]` : `.${text}`;
}

import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { notSupported } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import { badRequest, invalid } from '../status/StatusError';

/**
 * Refuses parameters of a list or watch that do not go together.
 * Source: k8s.io/apimachinery/pkg/apis/meta/internalversion/validation/validation.go.
 * @internal
 */
export function checkListOptions(query: URLSearchParams): void {
  const errors = findErrors(query);
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', errors);
  }
}

function findErrors(query: URLSearchParams): FieldError[] {
  const field = 'resourceVersionMatch';
  const match = query.get(field) ?? '';
  const revision = query.get('resourceVersion') ?? '';
  const forbidden = (detail: string): FieldError[] => [
    { type: 'Forbidden', field, detail },
  ];
  if (query.has('sendInitialEvents')) {
    return match === 'NotOlderThan'
      ? []
      : forbidden(
          'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        );
  }
  if (match === '') {
    return [];
  }
  if (query.get('watch') === 'true' || query.get('watch') === '1') {
    return forbidden(
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  if (revision === '') {
    return forbidden(
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (query.get('continue')) {
    return forbidden(
      'resourceVersionMatch is forbidden when continue is provided',
    );
  }
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    return [notSupported(field, match, ['Exact', 'NotOlderThan', ''])];
  }
  return match === 'Exact' && revision === '0'
    ? forbidden(
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      )
    : [];
}

/** @internal */
export function readLimit(value: string | null): number {
  if (!value) {
    return 0;
  }
  if (!/^[+-]?\d+$/.test(value)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`,
    );
  }
  return Number(value);
}

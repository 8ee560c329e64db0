import type { RequestListQuery } from '../requestList';

/**
 * Path of `GET /requests` below `/api/kratix`. The parameters come in one order, so that the same question
 * is the same text.
 * @public
 */
export function requestListPath(query: Partial<RequestListQuery> = {}): string {
  const params = new URLSearchParams();
  for (const key of filters) {
    [...(query[key] ?? [])].sort().forEach(value => params.append(key, value));
  }
  for (const key of settings) {
    const value = query[key];
    if (value !== undefined && value !== '') {
      params.append(key, String(value));
    }
  }
  const text = params.toString();
  return text ? `/requests?${text}` : '/requests';
}

const filters = [
  'platform',
  'promise',
  'phase',
  'namespace',
  'owner',
  'version',
] as const;

const settings = ['text', 'sort', 'order', 'offset', 'limit'] as const;

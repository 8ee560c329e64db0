import type { JsonObject } from '@backstage/types';
import { isJsonObject } from '../files/isJsonObject';

/** Which request it is, for people: `Cache team-a/orders`. @internal */
export function describeRequest({ kind, metadata }: JsonObject): string {
  const { name, namespace } = isJsonObject(metadata) ? metadata : {};
  const place = [namespace, name]
    .filter(part => typeof part === 'string' && part !== '')
    .join('/');
  return `${typeof kind === 'string' ? kind : 'request'} ${
    place || '(no name)'
  }`;
}

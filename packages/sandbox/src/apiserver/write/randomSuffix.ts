import { randomUUID } from 'node:crypto';

const suffixAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** What `generateName` ends with. Source: k8s.io/apimachinery/pkg/util/rand. @internal */
export function randomSuffix(): string {
  return [...randomUUID().replace(/-/g, '').slice(0, 5)]
    .map(digit => suffixAlphabet[parseInt(digit, 16)])
    .join('');
}

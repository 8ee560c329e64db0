import { printable } from '../printable';

/**
 * Why a file without a Promise is not what is needed, by what it holds instead.
 * @internal
 */
export function explainNoPromise(objects: readonly unknown[]): string {
  const kinds = [...new Set(objects.map(kindOf))];
  if (kinds.length === 0) {
    return 'There is no Promise here: it is empty.';
  }
  const advice = kinds.flatMap(kind => advices.get(kind) ?? []);
  const found = kinds.slice(0, 5).map(printable).join(', ');
  return [`There is no Promise here, only: ${found}.`, ...advice].join(' ');
}

const advices = new Map([
  [
    'PromiseRelease',
    'A PromiseRelease only says where a Promise is; give the file that it points to.',
  ],
  [
    'PromiseRevision',
    'A PromiseRevision holds its Promise in spec.promiseSpec.',
  ],
  [
    'CustomResourceDefinition',
    'A CustomResourceDefinition becomes the API of a Promise in its spec.api.',
  ],
]);

function kindOf(json: unknown): string {
  return typeof json === 'object' &&
    json !== null &&
    'kind' in json &&
    typeof json.kind === 'string'
    ? json.kind.slice(0, 63)
    : 'something that is no Kubernetes object';
}

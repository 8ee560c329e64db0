/**
 * Whether a document means to be a Promise. Files often hold other objects beside it.
 * @internal
 */
export function isPromise(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    'kind' in json &&
    json.kind === 'Promise'
  );
}

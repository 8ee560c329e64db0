import type { Manifest } from './Manifest';

const GENERATED = [
  'Job',
  'Pod',
  'Work',
  'WorkPlacement',
  'PromiseRevision',
  'App',
];
const HASH_SUFFIX = /[-.][a-z0-9]{5}$/;

/**
 * Names that end in chance become names that say what the object is: `<Job plan 2>` is the second Job of
 * pipeline "plan".
 * @internal
 */
export function nameObjects(objects: readonly Manifest[]): <T>(value: T) => T {
  const counts = new Map<string, number>();
  const names = [...objects]
    .filter(
      ({ kind, metadata }) =>
        GENERATED.includes(kind) && HASH_SUFFIX.test(metadata.name),
    )
    .sort(byAge)
    .map(({ kind, metadata }): [string, string] => {
      const role = [
        kind,
        metadata.labels?.['kratix.io/pipeline-name'],
        metadata.labels?.['kratix.io/workflow-action'] === 'delete' && 'delete',
        metadata.labels?.['kratix.io/work-type'] === 'static-dependency' &&
          'dependencies',
        metadata.labels?.['kratix.io/targetDestinationName'],
      ]
        .filter(Boolean)
        .join(' ');
      const number = (counts.get(role) ?? 0) + 1;
      counts.set(role, number);
      return [metadata.name, `<${role} ${number}>`];
    })
    // A WorkPlacement's name begins with its Work's.
    .sort(([a], [b]) => b.length - a.length);
  return value =>
    JSON.parse(
      names.reduce(
        (text, [name, alias]) => text.replaceAll(name, alias),
        JSON.stringify(value),
      ),
    );
}

function byAge(a: Manifest, b: Manifest): number {
  const [first, second] = [a, b].map(
    ({ metadata }) => `${metadata.creationTimestamp} ${metadata.name}`,
  );
  return (first ?? '').localeCompare(second ?? '');
}

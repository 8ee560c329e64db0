import { diffArrays } from 'diff';

/** A greater change is not read line by line, and would take long to find. */
const MOST_CHANGES = 2_000;

/**
 * The lines of one text that became another, whole, each beginning with `+`, `-` or a space.
 * @public
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): string[] {
  const changes = diffArrays([...before], [...after], {
    maxEditLength: MOST_CHANGES,
  }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return changes.flatMap(({ removed, added, value }) =>
    value.map(line => `${signOf({ removed, added })}${line}`),
  );
}

function signOf(change: { removed: boolean; added: boolean }): string {
  if (change.removed) {
    return '-';
  }
  return change.added ? '+' : ' ';
}

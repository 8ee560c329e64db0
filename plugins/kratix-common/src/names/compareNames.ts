const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * The order of names and versions as people sort them, the same wherever it is asked: `db-2` before `db-10`, `v0.9`
 * before `v0.10`.
 * @public
 */
export function compareNames(one: string, other: string): number {
  return compare(one, other);
}

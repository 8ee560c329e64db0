/** Of what a name or value of a label may be made (Kubernetes docs, "Labels and Selectors"). */
const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const domain = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * What is wrong with a label, in a sentence; undefined when it is one that Kubernetes takes.
 * @internal
 */
export function findLabelMistake(
  key: string,
  value: string,
): string | undefined {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  if (
    more.length > 0 ||
    !word.test(name) ||
    (prefix !== undefined && !domain.test(prefix))
  ) {
    return `"${key}" is no name of a label: use at most 63 letters, digits, "-", "_" and ".", after a domain and "/" if need be.`;
  }
  return value === '' || word.test(value)
    ? undefined
    : `"${value}" is no value of a label: use at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends.`;
}

/** Of what a name or value of a label may be made (Kubernetes docs, "Labels and Selectors"). */
const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const domain = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * Which part of a label is wrong; undefined when it is one that Kubernetes takes.
 * @internal
 */
export function findLabelMistake(
  key: string,
  value: string,
): 'key' | 'value' | undefined {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  if (
    more.length > 0 ||
    !word.test(name) ||
    (prefix !== undefined && !domain.test(prefix))
  ) {
    return 'key';
  }
  return value === '' || word.test(value) ? undefined : 'value';
}

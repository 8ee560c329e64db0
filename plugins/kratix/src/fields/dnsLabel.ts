/**
 * RFC 1123, which Kubernetes follows for labels; Kratix keeps the names of requests as short
 * (kratix-domain 2.1).
 * @internal
 */
export const maximumLabelLength = 63;

/**
 * What is wrong with a name.
 * @internal
 */
export type LabelProblem = 'empty' | 'tooLong' | 'invalid';

/**
 * Checks a name as the API server will.
 * @internal
 */
export function findLabelProblem(name: string): LabelProblem | undefined {
  if (!name) {
    return 'empty';
  }
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return 'invalid';
  }
  return name.length > maximumLabelLength ? 'tooLong' : undefined;
}

/**
 * The nearest name that is allowed; undefined where nothing of the text can be kept.
 * @internal
 */
export function suggestLabel(text: string): string | undefined {
  const label = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maximumLabelLength)
    .replace(/^-+|-+$/g, '');
  return label || undefined;
}

/**
 * Address of the page that says what another state of a Promise would mean.
 * @internal
 */
export function impactHref(
  base: string,
  question: {
    readonly promise: string;
    readonly on: string;
    /** `platform:dev`, `revision:v1` or `file`. */
    readonly with: string;
  },
): string {
  const params = new URLSearchParams({ on: question.on, with: question.with });
  return `${base}/${encodeURIComponent(question.promise)}?${params}`;
}

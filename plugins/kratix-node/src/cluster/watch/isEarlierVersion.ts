/**
 * Whether one resource version of a collection is earlier than another. Only those of the usual form can be
 * compared (positive decimal integers, since Kubernetes 1.35 by contract: KEP-5504); others never are.
 * @internal
 */
export function isEarlierVersion(version: string, than: string): boolean {
  const form = /^[1-9]\d*$/;
  return (
    form.test(version) && form.test(than) && BigInt(version) < BigInt(than)
  );
}

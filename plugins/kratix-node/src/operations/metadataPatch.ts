import type { KubernetesRequest } from '../cluster/KubernetesConnection';

/**
 * Under which name operations are booked. Not the name under which requests are applied: a label that an
 * operation sets would then be a field of the order, and the next change of the order would remove it
 * (`fieldManager.ts`).
 */
const OPERATIONS_MANAGER = 'kratix-portal-operations';

/** @internal */
export interface MetadataChange {
  /** Undefined removes the label. */
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The smallest change of an object: a JSON merge patch of the named labels and annotations, refused unless the
 * object is exactly what was seen. Not server-side apply, which cannot remove a label that somebody else set,
 * and Kratix sets the one of a suspended workflow (docs/adr/0013).
 * @internal
 */
export function buildMetadataPatch(
  seen: { readonly uid: string; readonly resourceVersion: string },
  { labels, annotations }: MetadataChange,
  rest: Readonly<Record<string, unknown>> = {},
): Pick<KubernetesRequest, 'query' | 'body'> {
  const { uid, resourceVersion } = seen;
  return {
    query: { fieldManager: OPERATIONS_MANAGER, fieldValidation: 'Strict' },
    body: {
      contentType: 'application/merge-patch+json',
      json: {
        metadata: {
          uid,
          resourceVersion,
          // JSON leaves undefined out; null removes (RFC 7386).
          labels: mapValues(labels, value => value ?? null),
          annotations,
        },
        ...rest,
      },
    },
  };
}

function mapValues<T, R>(
  record: Readonly<Record<string, T>>,
  toValue: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, toValue(value)]),
  );
}

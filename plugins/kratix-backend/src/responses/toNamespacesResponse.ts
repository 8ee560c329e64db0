import {
  namespacesResponseSchema,
  type NamespacesResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** More than a person scrolls through; the form takes a name that is typed as well. */
const MOST_NAMESPACES = 1_000;

/**
 * The namespaces that an order form suggests.
 * @internal
 */
export function toNamespacesResponse(
  names: readonly string[],
  judgement: Pick<NamespacesResponse, 'withheld' | 'unjudged'> = {},
): NamespacesResponse {
  return namespacesResponseSchema.parse({
    namespaces: names.slice(0, MOST_NAMESPACES),
    isComplete: names.length <= MOST_NAMESPACES,
    ...judgement,
  });
}

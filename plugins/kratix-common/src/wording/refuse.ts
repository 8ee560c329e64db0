import type { Told } from './tell';
import type { Wording } from './Wording';

/**
 * An error whose sentence can be put in the reader's language: Backstage serialises what an error holds beside
 * its message (`serializeError` of `@backstage/errors`).
 * @public
 */
export type Refusal<E extends Error> = E & { readonly wording: Wording };

/**
 * Refuses something in English, and for those who can put it in the reader's language.
 *
 * @param Kind - Which error, as `@backstage/errors` has them
 * @public
 */
export function refuse<E extends Error>(
  Kind: new (message: string, cause?: unknown) => E,
  { message, wording }: Told,
  cause?: unknown,
): Refusal<E> {
  return Object.assign(new Kind(message, cause), { wording });
}

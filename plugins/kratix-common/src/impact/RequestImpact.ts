import type { JsonObject, JsonValue } from '@backstage/types';
import type { PromiseApi } from '../model';
import { type Wording } from '../wording';

/**
 * Whether the new API takes a request, sent as it is, as a new one.
 *
 * - `valid`: it does, and the request says the same.
 * - `changed`: it does, but defaults or dropped fields make it say something else.
 * - `refused`: it does not, for a reason that the old API did not have. Whether what stands may go on is another
 *   question: see `isTolerated`.
 * - `refusedBefore`: neither of the two does, and the change is not to blame.
 * @public
 */
export type RequestVerdict = 'valid' | 'changed' | 'refused' | 'refusedBefore';

/**
 * The verdict on one request, with what it rests on.
 * @public
 */
export interface RequestImpact {
  readonly verdict: RequestVerdict;
  /**
   * Why it is refused, in the words of the API server's rules; empty when it is not. First what the old API did not
   * mind.
   */
  readonly reasons: readonly FieldReason[];
  /**
   * Said of what is `refused` alone: where the request stands, it may go on, and the API server takes updates of it as
   * long as what is wrong with it does not change (`CRDValidationRatcheting`, on since Kubernetes 1.30). Who makes it
   * anew, or changes that part, is refused.
   */
  readonly isTolerated?: true;
  /** What it comes to say instead; empty when it says the same. */
  readonly differences: readonly FieldDifference[];
  /** Rules of the new API that only the API server can judge, so that the verdict may be too kind. */
  readonly unjudged?: readonly string[];
}

/** @public */
export interface FieldReason {
  /** Like `spec.users[0].name`. */
  readonly path: string;
  readonly message: string;
  /** Translatable form of `message`; absent for the API server's words. */
  readonly wording?: Wording;
}

/**
 * One value that differs; absent on the side where the field is not.
 * @public
 */
export interface FieldDifference {
  readonly path: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/**
 * Judges a whole object as the API server would: prunes, defaults, validates. With what is stored, as an update of it.
 * @public
 */
export type ObjectJudge = (
  object: JsonObject,
  api: PromiseApi,
  stored?: JsonObject,
) => {
  readonly errors: readonly FieldReason[];
  readonly unjudged: readonly string[];
  /** The object as it would be stored. */
  readonly object: JsonObject;
};

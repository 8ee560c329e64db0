import type { Wording } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Why an answer is missing, told apart so that each gets its own sentence and next step (style rule 25).
 *
 * - `forbidden`: the person may not see this
 * - `unauthorised`: the session has ended
 * - `notFound`: there is no such object
 * - `unreachable`: the platform does not answer and nothing is known about it
 * - `noAnswer`: the portal's own server does not answer, or not in time
 * - `notInstalled`: the portal's server has no Kratix backend
 * - `invalid`: the answer is not what this version understands
 * - `failed`: anything else
 *
 * @public
 */
export type ApiProblemKind =
  | 'forbidden'
  | 'unauthorised'
  | 'notFound'
  | 'unreachable'
  | 'noAnswer'
  | 'notInstalled'
  | 'invalid'
  | 'failed';

/**
 * An expected failure of the Kratix API.
 * @public
 */
export interface ApiProblem {
  readonly kind: ApiProblemKind;
  /** The server's own words; shown behind "details", never as the sentence. */
  readonly message: string;
  /** The same in no language yet, where the server says that too. */
  readonly wording?: Wording;
}

/**
 * An answer, or the reason why there is none.
 * @public
 */
export type Fetched<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ApiProblem };

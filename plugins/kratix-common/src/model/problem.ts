import type { Wording } from '../wording/Wording';

/**
 * Why one object could not be understood, wholly or in part. A problem costs only its own object.
 * @public
 */
export interface Problem {
  /** A stable, kebab-case name of the kind of problem, for counting and for translation. */
  readonly code: string;
  /** One sentence for a person, saying what is wrong and, where it can, what to do. */
  readonly message: string;
  /** Translatable form of `message`; absent for what others say. */
  readonly wording?: Wording;
  /** Where in the object, as a JSON path like `spec.api.spec.versions`. */
  readonly path?: string;
}

/**
 * A problem together with the object that has it.
 * @public
 */
export interface ObjectProblem extends Problem {
  readonly platform: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** So that the same problem of the same version is reported once. */
  readonly resourceVersion?: string;
}

/**
 * A value, or the reason why there is none.
 * @public
 */
export type Parsed<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

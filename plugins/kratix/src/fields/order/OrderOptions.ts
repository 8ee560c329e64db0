/**
 * What a generated Template tells the fields of its order, as their `ui:options`
 * (`checkedPages` of kratix-common).
 * @public
 */
export interface OrderOptions {
  readonly platform?: string;
  readonly platformTitle?: string;
  readonly promise?: string;
  /** The order is put up for review, so the platform's word is not the last one. */
  readonly isReviewed?: boolean;
}

/**
 * What it tells the field of `spec`.
 * @public
 */
export interface SpecOptions extends OrderOptions {
  /** Name of the field that shows it; an ordinary section when absent. */
  readonly inner?: string;
  /** Paths below `spec` of what may not change once it is there. */
  readonly locked?: readonly (readonly string[])[];
  /** Rules about `spec` as a whole: what a refusal says, and the fields it speaks of. */
  readonly rules?: readonly {
    readonly says: string;
    readonly names: readonly string[];
  }[];
  /** Its API has secrets, which the link to the form of a change does not bring. */
  readonly hasSecrets?: boolean;
  readonly isLast?: boolean;
  /** Which fields are on which page. */
  readonly places?: readonly {
    readonly page: string;
    readonly names: readonly string[];
  }[];
}

/**
 * Options of the field of Destination labels.
 * @public
 */
export interface LabelsOptions {
  /** Told by the page around it where that is one of ours. */
  readonly platform?: string;
  /** Of a text: the label whose values are suggested. (`label` means something else to the form.) */
  readonly labelName?: string;
}

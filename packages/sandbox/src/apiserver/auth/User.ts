/** Who asks. @internal */
export interface User {
  readonly name: string;
  readonly uid?: string;
  readonly groups: readonly string[];
  readonly extra?: Readonly<Record<string, readonly string[]>>;
  /** The user who asked in this one's name. */
  readonly impersonatedBy?: string;
}

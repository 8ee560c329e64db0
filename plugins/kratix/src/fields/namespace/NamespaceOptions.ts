/**
 * What a generated Template tells the field of a namespace (`aboutPage` of kratix-common).
 * @public
 */
export interface NamespaceOptions {
  readonly platform?: string;
  /** What people call it. */
  readonly platformTitle?: string;
  /** Without it, every namespace of the platform is suggested. */
  readonly promise?: string;
}

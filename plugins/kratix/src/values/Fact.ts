/**
 * One readable line of a tree of values.
 * @internal
 */
export interface Fact {
  /** Unique among its siblings; for keys. */
  readonly path: string;
  readonly label: string;
  /** What it is a part of, for values within values. */
  readonly group?: string;
  readonly value: FactValue;
}

/** @internal */
export type FactValue =
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'endpoint'; readonly text: string; readonly copy: string }
  | { readonly kind: 'secretName'; readonly text: string }
  | { readonly kind: 'hidden'; readonly copy: string }
  | { readonly kind: 'switch'; readonly isOn: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'more'; readonly count: number };

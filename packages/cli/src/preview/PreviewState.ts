import type { JsonObject } from '@backstage/types';

/**
 * What the page of `kratix-portal preview` shows: the form of the file as it is now, or why there is none.
 * @internal
 */
export interface PreviewState {
  readonly file: string;
  /** Counts the states, so that the page knows whether it has this one. */
  readonly version: number;
  readonly problems: readonly string[];
  /** Absent when no form can be made. */
  readonly form?: {
    readonly title: string;
    readonly description?: string;
    readonly pages: readonly JsonObject[];
  };
}

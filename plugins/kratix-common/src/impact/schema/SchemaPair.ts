import type { CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';

/**
 * The same place in two schemas.
 * @internal
 */
export interface SchemaPair {
  readonly before: CrdSchema;
  readonly after: CrdSchema;
  /** Like `spec.users[].name`. */
  readonly path: string;
  /**
   * Whether a schema above can see that a field is there (a rule, alternatives, a limit on how many): then a
   * default that appears by itself can make a request be refused.
   */
  readonly isWatched: boolean;
}

/**
 * Judges one keyword, or a few that belong together.
 * @internal
 */
export type KeywordComparison = (pair: SchemaPair) => PromiseChange[];

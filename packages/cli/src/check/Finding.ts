import type { Problem } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * `error`: it cannot be used; `warning`: something is lost; `info`: good to know.
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that was found in a Promise or in a request.
 * @public
 */
export interface Finding extends Problem {
  readonly severity: Severity;
  /** What to do about it. */
  readonly advice?: string;
}

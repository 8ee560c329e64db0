import type { KubeObject } from '../cluster';

/**
 * One column of `kubectl get`.
 * @internal
 */
export interface Column {
  name: string;
  type: string;
  format?: string;
  description?: string;
  /** 0 is always shown, 1 with `-o wide`. */
  priority?: number;
  cell(object: KubeObject, now: number): unknown;
}

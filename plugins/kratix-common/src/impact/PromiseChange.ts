import type { JsonValue } from '@backstage/types';
import type { ImpactSeverity } from './ImpactSeverity';
import { type Wording } from '../wording';

/**
 * What kind of thing changed. Codes are stable: reports are read by machines too.
 * @public
 */
export type PromiseChangeCode =
  | 'promise-added'
  | 'promise-removed'
  | 'api-added'
  | 'api-removed'
  | 'api-unusable'
  | 'api-identity-changed'
  | 'version-added'
  | 'version-removed'
  | 'storage-version-changed'
  | 'stored-version-removed'
  | 'conversion-changed'
  | 'field-added'
  | 'field-removed'
  | 'type-changed'
  | 'nullable-changed'
  | 'required-added'
  | 'required-removed'
  | 'default-added'
  | 'default-changed'
  | 'default-removed'
  | 'enum-changed'
  | 'bound-changed'
  | 'pattern-changed'
  | 'format-changed'
  | 'rule-added'
  | 'rule-removed'
  | 'rule-changed'
  | 'immutability-changed'
  | 'alternatives-changed'
  | 'list-changed'
  | 'unknown-fields-changed'
  | 'embedded-resource-changed'
  | 'text-changed'
  | 'form-changed'
  | 'pipeline-added'
  | 'pipeline-removed'
  | 'pipeline-changed'
  | 'pipelines-reordered'
  | 'image-changed'
  | 'selectors-changed'
  | 'requirement-added'
  | 'requirement-removed'
  | 'requirement-changed'
  | 'dependencies-changed';

/**
 * One difference between two states of a Promise.
 * @public
 */
export interface PromiseChange {
  readonly code: PromiseChangeCode;
  readonly severity: ImpactSeverity;
  /**
   * Where: a field of the request like `spec.size`, `spec.users[].name` or `spec.labels{}`; for the rest a path
   * in the Promise, like `spec.workflows.resource.configure.deploy`.
   */
  readonly path: string;
  /** One sentence for a person: what changed, and what it means. */
  readonly message: string;
  /** Translatable form of `message`. */
  readonly wording?: Wording;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

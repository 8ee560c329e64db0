import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import type { CustomJudge } from '../crd/createCustomJudge';
import type { JsonSchema } from '../schema/JsonSchema';
import type { Column } from '../tables/Column';

/** @internal */
export type Verb =
  | 'create'
  | 'delete'
  | 'deletecollection'
  | 'get'
  | 'list'
  | 'patch'
  | 'update'
  | 'watch';

/**
 * One version of one resource: everything that the doors need to know to serve it.
 * @internal
 */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  /** Plural, as in the path. */
  readonly resource: string;
  readonly singular: string;
  readonly kind: string;
  readonly listKind: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly isNamespaced: boolean;
  readonly verbs: readonly Verb[];
  /** Versions of one resource share their objects; this names the shelf. */
  readonly storageKey: string;
  readonly storageVersion: string;
  readonly schema?: JsonSchema;
  readonly isCustom: boolean;
  readonly hasStatus: boolean;
  readonly tracksGeneration: boolean;
  readonly columns: readonly Column[];
  readonly fieldSelectors: readonly string[];
  /** Rules of a built-in type that no schema can say. */
  readonly validate?: (
    object: KubeObject,
    previous?: KubeObject,
  ) => readonly FieldError[];
  /** Fills what a built-in type's own defaulting would: the writer owns it, as if it had written it. */
  readonly defaults?: (object: KubeObject) => void;
  /** Writes what the server sets itself, which nobody owns. */
  readonly prepare?: (
    object: KubeObject,
    previous: KubeObject | undefined,
    now: string,
  ) => void;
  /** Marks a deletion, where that is more than the two fields of metadata. */
  readonly markDeleted?: (object: KubeObject, now: string) => void;
  /** From the stored form to this version's, and back; absent means that only `apiVersion` differs. */
  readonly convert?: {
    fromStored(object: KubeObject): KubeObject;
    toStored(object: KubeObject): KubeObject;
  };
  /** Removes what must not be stored from a CR, or refuses it; made by the CRD. */
  readonly judge?: CustomJudge;
}

/** `v1` or `group/version`. @internal */
export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** @internal */
export const allVerbs: readonly Verb[] = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

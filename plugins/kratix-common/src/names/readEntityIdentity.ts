import type { Entity } from '@backstage/catalog-model';
import type { PromiseRef, RequestRef } from '../model';
import { entityAnnotations } from './keys';

/**
 * Which cluster object an entity stands for, or what it fails to say.
 * @public
 */
export type EntityIdentity =
  | { readonly type: 'promise'; readonly ref: PromiseRef }
  | { readonly type: 'request'; readonly ref: RequestRef }
  | {
      /** Undefined for an entity that has nothing to do with Kratix. */
      readonly type?: 'incomplete';
      /** Annotations that are absent or empty. */
      readonly missing: readonly string[];
    };

/**
 * What stands in for annotations that entities of other origin do not carry.
 * @public
 */
export interface EntityIdentityDefaults {
  /** The only configured platform, where there is one. */
  readonly platform?: string;
}

/**
 * Reads the identity from an entity's annotations. Binds by `kratix.io/type`, then by `spec.type`; an
 * unknown value of the annotation blocks the fall-back, an empty one counts as absent
 * (ske-compatibility 1C), so that entities that others wrote work as they did.
 * @public
 */
export function readEntityIdentity(
  entity: Entity,
  defaults: EntityIdentityDefaults = {},
): EntityIdentity {
  const type = readType(entity);
  if (!type) {
    return { missing: [entityAnnotations.type] };
  }
  const missing: string[] = [];
  const read = (key: string, fallback?: string): string => {
    const value = entity.metadata.annotations?.[key] || fallback;
    if (!value) {
      missing.push(key);
    }
    return value ?? '';
  };
  const promiseRef: PromiseRef = {
    platform: read(entityAnnotations.platform, defaults.platform),
    promise: read(entityAnnotations.promiseName),
  };
  if (type === 'promise') {
    return missing.length > 0
      ? { type: 'incomplete', missing }
      : { type, ref: promiseRef };
  }
  const ref: RequestRef = {
    ...promiseRef,
    namespace: read(entityAnnotations.namespace),
    name: read(entityAnnotations.name),
  };
  return missing.length > 0
    ? { type: 'incomplete', missing }
    : { type: 'request', ref };
}

const typeOfAnnotation: Readonly<Record<string, 'promise' | 'request'>> = {
  promise: 'promise',
  resource: 'request',
};

const typeOfSpec: Readonly<Record<string, 'promise' | 'request'>> = {
  'kratix-promise': 'promise',
  'kratix-resource': 'request',
};

function readType(entity: Entity): 'promise' | 'request' | undefined {
  const annotation = entity.metadata.annotations?.[entityAnnotations.type];
  if (annotation) {
    return lookUp(typeOfAnnotation, annotation);
  }
  const type = entity.spec?.type;
  // A Template's type is `kratix-resource` too, for it makes one; it does not stand for one.
  return typeof type === 'string' && entity.kind !== 'Template'
    ? lookUp(typeOfSpec, type)
    : undefined;
}

function lookUp<T>(
  table: Readonly<Record<string, T>>,
  key: string,
): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

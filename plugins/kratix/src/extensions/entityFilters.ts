import type { FilterPredicate } from '@backstage/filter-predicates';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

const annotation = `metadata.annotations.${entityAnnotations.type}` as const;

/** An empty annotation counts as absent; any other blocks the fall-back to `spec.type`. */
const hasNoAnnotation: FilterPredicate = {
  $any: [{ [annotation]: { $exists: false } }, { [annotation]: '' }],
};

/**
 * Entities that stand for a request, complete or not: as `readEntityIdentity` binds them.
 * @internal
 */
export const requestFilter: FilterPredicate = {
  $any: [
    { [annotation]: 'resource' },
    {
      $all: [
        { 'spec.type': 'kratix-resource' },
        { $not: { kind: 'template' } },
        hasNoAnnotation,
      ],
    },
  ],
};

/**
 * Entities that stand for a Promise, complete or not.
 * @internal
 */
export const promiseFilter: FilterPredicate = {
  $any: [
    { [annotation]: 'promise' },
    {
      $all: [
        { 'spec.type': 'kratix-promise' },
        { $not: { kind: 'template' } },
        hasNoAnnotation,
      ],
    },
  ],
};

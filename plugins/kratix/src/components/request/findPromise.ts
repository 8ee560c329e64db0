import {
  parseEntityRef,
  RELATION_DEPENDS_ON,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The service that a request's entity is of: it depends on no other Component (catalog module, `plan/`).
 * @internal
 */
export function findPromise({
  relations = [],
}: Entity): CompoundEntityRef | undefined {
  return relations
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .map(({ targetRef }) => parseEntityRef(targetRef))
    .find(({ kind }) => kind.toLowerCase() === 'component');
}

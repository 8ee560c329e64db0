import type { TypeRegistry } from '../registry/TypeRegistry';
import { NothingThere, pathNotFound } from '../status/StatusError';

/**
 * Below a built-in group a router knows what it lacks, and answers with a Status; elsewhere, also below the
 * groups of custom resources, nobody is there to answer.
 * @internal
 */
export function notServed(registry: TypeRegistry, group: string): Error {
  const isBuiltin = registry
    .all()
    .some(type => !type.isCustom && type.group === group);
  return isBuiltin ? pathNotFound() : new NothingThere();
}

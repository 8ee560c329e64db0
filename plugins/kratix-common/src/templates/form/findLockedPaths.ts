import {
  asSchema,
  propertiesOf,
  specSchemaOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { findLockedNames, readPortalHints } from './portalHints';

const maxDepth = 12;
const maxPaths = 200;

/**
 * What may not change once it is there, as paths below `spec`: a form that changes a request shows it and
 * does not let it be edited. Lists and maps are locked as a whole or not at all.
 * @internal
 */
export function findLockedPaths(apiSchema: CrdSchema): string[][] {
  return lockedIn(asSchema(specSchemaOf(apiSchema)), []).slice(0, maxPaths);
}

function lockedIn(schema: CrdSchema, path: readonly string[]): string[][] {
  if (path.length >= maxDepth) {
    return [];
  }
  const lockedNames = findLockedNames(schema);
  return propertiesOf(schema).flatMap(([name, child]) => {
    const childPath = [...path, name];
    return lockedNames.has(name) || readPortalHints(child).immutable
      ? [childPath]
      : lockedIn(child, childPath);
  });
}

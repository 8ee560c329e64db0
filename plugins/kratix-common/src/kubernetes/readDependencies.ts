import type { KratixPromise, PromiseDependency } from '../model';
import { hashContent } from '../names/hashContent';
import { bounds } from './reading/bounds';
import { childObject, isObject, textOf } from './reading/readField';

/**
 * What a Promise installs on its Destinations: how many objects, which, and a hash of each.
 * @internal
 */
export function readDependencies(
  spec: Record<string, unknown>,
): Pick<KratixPromise, 'dependencies'> {
  const { dependencies } = spec;
  if (!Array.isArray(dependencies) || dependencies.length === 0) {
    return {};
  }
  return {
    dependencies: {
      count: dependencies.length,
      hash: hashContent(dependencies),
      ...(dependencies.length <= bounds.listItems && {
        objects: dependencies.map(describe),
      }),
    },
  };
}

function describe(json: unknown): PromiseDependency {
  const { namespace, name } = childObject(json, 'metadata');
  const kind = isObject(json) ? json.kind : undefined;
  const place = [namespace, name]
    .filter(part => typeof part === 'string' && part !== '')
    .map(part => textOf(part, bounds.wordLength));
  return {
    name: [textOf(kind, 63), place.join('/')].filter(Boolean).join(' '),
    hash: hashContent(json),
  };
}

import { InputError } from '@backstage/errors';

/**
 * Path of a collection, or of one object in it, at an API server. Every part is encoded: names come from
 * clusters and from forms.
 * @internal
 */
export function resourcePath(resource: {
  /** Empty for the core API. */
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
}): string {
  const parts = [
    ...(resource.group === ''
      ? ['api', resource.version]
      : ['apis', resource.group, resource.version]),
    ...(resource.namespace === undefined
      ? []
      : ['namespaces', resource.namespace]),
    resource.plural,
    ...(resource.name === undefined ? [] : [resource.name]),
  ];
  return parts.map(toSegment).join('');
}

function toSegment(part: string): string {
  // URL resolution would take these for steps up, out of the place that was asked for.
  if (part === '' || part === '.' || part === '..') {
    throw new InputError(`'${part}' is not a name that a cluster can have`);
  }
  return `/${encodeURIComponent(part)}`;
}

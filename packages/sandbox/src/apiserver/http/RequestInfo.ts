/**
 * What a request is about, in the terms of authorization and routing.
 * Source of the rules: k8s.io/apiserver/pkg/endpoints/request/requestinfo.go.
 * @internal
 */
export interface RequestInfo {
  readonly isResource: boolean;
  readonly verb: string;
  readonly path: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** The one name that a field selector leaves; a right to that name is enough. */
  readonly selectedName?: string;
}

/** @internal */
export function parseRequestInfo(method: string, url: URL): RequestInfo {
  const segments = url.pathname
    .split('/')
    .filter(segment => segment !== '')
    .map(decode);
  const nonResource: RequestInfo = {
    isResource: false,
    verb: method.toLowerCase(),
    path: url.pathname,
    group: '',
    version: '',
    resource: '',
  };
  const [root, ...rest] = segments;
  if (root === 'api' && rest.length >= 2) {
    return resourceInfo(nonResource, method, url, '', rest);
  }
  if (root === 'apis' && rest.length >= 3) {
    const [group = '', ...versioned] = rest;
    return resourceInfo(nonResource, method, url, group, versioned);
  }
  return nonResource;
}

function resourceInfo(
  base: RequestInfo,
  method: string,
  url: URL,
  group: string,
  [version = '', ...segments]: string[],
): RequestInfo {
  const isOldWatch = segments[0] === 'watch';
  const parts = isOldWatch ? segments.slice(1) : segments;
  const isInNamespace = parts[0] === 'namespaces' && parts.length > 2;
  const isNamespaceItself =
    isInNamespace && group === '' && isSubresource(parts);
  const [namespace, [resource = '', name, subresource]] =
    isInNamespace && !isNamespaceItself
      ? [parts[1], parts.slice(2)]
      : [undefined, parts];
  return {
    ...base,
    isResource: true,
    group,
    version,
    resource,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
    ...(name === undefined ? readSelectedName(url) : {}),
    verb: verbOf(method, name, isOldWatch || isWatch(url)),
  };
}

/** `namespaces/{name}/status` and `/finalize` belong to the namespace, not to what is in it. */
function isSubresource(parts: readonly string[]): boolean {
  return parts.length === 3 && ['status', 'finalize'].includes(parts[2] ?? '');
}

function readSelectedName(url: URL): { selectedName?: string } {
  const selectedName = (url.searchParams.get('fieldSelector') ?? '')
    .split(',')
    .map(term => /^\s*metadata\.name\s*==?\s*([^\s=]+)\s*$/.exec(term)?.[1])
    .find(name => name !== undefined);
  return selectedName === undefined ? {} : { selectedName };
}

function isWatch(url: URL): boolean {
  return ['true', '1', ''].includes(url.searchParams.get('watch') ?? 'false');
}

function verbOf(
  method: string,
  name: string | undefined,
  isWatching: boolean,
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete';
    default:
      if (isWatching) {
        return 'watch';
      }
      return name === undefined ? 'list' : 'get';
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

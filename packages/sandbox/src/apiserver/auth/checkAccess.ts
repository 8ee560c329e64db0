import type { RequestInfo } from '../http/RequestInfo';
import { StatusError } from '../status/StatusError';
import type { Attributes, Authorizer } from './Authorizer';
import type { User } from './User';

/** @internal */
export function attributesOf(info: RequestInfo): Attributes {
  return info.isResource
    ? {
        verb: info.verb,
        group: info.group,
        resource: info.resource,
        subresource: info.subresource,
        namespace:
          info.namespace ??
          (info.group === '' && info.resource === 'namespaces'
            ? info.name
            : undefined),
        name: info.name ?? info.selectedName,
      }
    : { verb: info.verb, path: info.path };
}

/** Throws the API server's 403 when the user may not. @internal */
export function checkAccess(
  authorizer: Authorizer,
  user: User,
  wanted: Attributes,
): void {
  if (!authorizer.allows(user, wanted)) {
    throw denied(user, wanted);
  }
}

/** May `by` act in the name of `as`? @internal */
export function checkImpersonation(
  authorizer: Authorizer,
  by: User,
  as: User,
): void {
  const verb = 'impersonate';
  checkAccess(authorizer, by, {
    verb,
    group: '',
    resource: 'users',
    name: as.name,
  });
  for (const name of as.groups.filter(
    group => group !== 'system:authenticated',
  )) {
    checkAccess(authorizer, by, { verb, group: '', resource: 'groups', name });
  }
}

/** Source of the words: k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/errors.go. @internal */
export function denied(user: User, wanted: Attributes): StatusError {
  if (wanted.resource === undefined) {
    return new StatusError(
      403,
      'Forbidden',
      `forbidden: User ${JSON.stringify(user.name)} cannot ${
        wanted.verb
      } path ${JSON.stringify(wanted.path)}`,
      {},
    );
  }
  const resource = wanted.subresource
    ? `${wanted.resource}/${wanted.subresource}`
    : wanted.resource;
  const scope = wanted.namespace
    ? `in the namespace ${JSON.stringify(wanted.namespace)}`
    : 'at the cluster scope';
  const subject = wanted.group
    ? `${wanted.resource}.${wanted.group}`
    : wanted.resource;
  const named = wanted.name ? ` ${JSON.stringify(wanted.name)}` : '';
  return new StatusError(
    403,
    'Forbidden',
    `${subject}${named} is forbidden: User ${JSON.stringify(
      user.name,
    )} cannot ${wanted.verb} resource ${JSON.stringify(
      resource,
    )} in API group ${JSON.stringify(wanted.group ?? '')} ${scope}`,
    {
      ...(wanted.name ? { name: wanted.name } : {}),
      ...(wanted.group ? { group: wanted.group } : {}),
      kind: wanted.resource,
    },
  );
}

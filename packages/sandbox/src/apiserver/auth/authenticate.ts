import type { IncomingMessage } from 'node:http';
import { StatusError, badRequest } from '../status/StatusError';
import type { User } from './User';

/** @internal */
export const anonymous: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/**
 * Who sent the request, by bearer token. An unknown token is refused, no token is anonymous.
 * @internal
 */
export function authenticate(
  req: IncomingMessage,
  tokens: ReadonlyMap<string, User>,
): User {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (!scheme) {
    return anonymous;
  }
  const user =
    scheme.toLowerCase() === 'bearer' ? tokens.get(token ?? '') : undefined;
  if (!user) {
    throw new StatusError(401, 'Unauthorized', 'Unauthorized');
  }
  return {
    ...user,
    groups: [...new Set([...user.groups, 'system:authenticated'])],
  };
}

/** The user that the Impersonate headers name, or undefined without any. @internal */
export function readImpersonation(
  req: IncomingMessage,
  by: User,
): User | undefined {
  const values = (name: string): string[] => req.headersDistinct[name] ?? [];
  const [name] = values('impersonate-user');
  const groups = values('impersonate-group');
  const [uid] = values('impersonate-uid');
  const extra: Record<string, string[]> = {};
  for (const header of Object.keys(req.headersDistinct)) {
    if (header.startsWith('impersonate-extra-')) {
      extra[header.slice('impersonate-extra-'.length)] = values(header);
    }
  }
  if (name === undefined) {
    if (groups.length > 0 || uid !== undefined || !isEmpty(extra)) {
      throw badRequest(
        `requested ${goSyntax({
          uid,
          groups,
          extra,
        })} without impersonating a user name`,
      );
    }
    return undefined;
  }
  return {
    name,
    ...(uid === undefined ? {} : { uid }),
    groups: [
      ...new Set([
        ...groups,
        name === 'system:anonymous'
          ? 'system:unauthenticated'
          : 'system:authenticated',
      ]),
    ],
    ...(isEmpty(extra) ? {} : { extra }),
    impersonatedBy: by.name,
  };
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** Go's `%#v` of the incomplete user, as the API server prints it. */
function goSyntax(facts: {
  uid?: string;
  groups: readonly string[];
  extra: Readonly<Record<string, readonly string[]>>;
}): string {
  const list = (items: readonly string[]) =>
    items.length === 0
      ? '[]string(nil)'
      : `[]string{${items.map(item => JSON.stringify(item)).join(', ')}}`;
  const extra = isEmpty(facts.extra)
    ? 'map[string][]string(nil)'
    : `map[string][]string{${Object.entries(facts.extra)
        .map(([key, items]) => `${JSON.stringify(key)}:${list(items)}`)
        .join(', ')}}`;
  return `&user.DefaultInfo{Name:"", UID:${JSON.stringify(
    facts.uid ?? '',
  )}, Groups:${list(facts.groups)}, Extra:${extra}}`;
}

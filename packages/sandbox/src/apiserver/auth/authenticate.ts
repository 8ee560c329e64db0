import type { IncomingMessage } from 'node:http';
import { StatusError } from '../status/StatusError';
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
  if (name === undefined) {
    if (groups.length > 0) {
      throw new StatusError(
        400,
        'BadRequest',
        'requested [{Group}] without impersonating a user',
      );
    }
    return undefined;
  }
  const extra: Record<string, string[]> = {};
  for (const header of Object.keys(req.headersDistinct)) {
    if (header.startsWith('impersonate-extra-')) {
      extra[header.slice('impersonate-extra-'.length)] = values(header);
    }
  }
  const [uid] = values('impersonate-uid');
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
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    impersonatedBy: by.name,
  };
}

import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Asks the platform; when it refuses, says in words who refused what, with the platform's own reasons
 * behind, and keeps the kind of the error.
 * @internal
 */
export async function explainPlatformError<T>(
  ask: () => Promise<T>,
  {
    platform,
    toDo,
  }: { readonly platform: Pick<Platform, 'title'>; readonly toDo: string },
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isError(error)) {
      throw error;
    }
    const { title } = platform;
    switch (error.name) {
      case 'InputError':
        throw new InputError(
          `${title} refuses to ${toDo}: ${error.message}`,
          error,
        );
      case 'NotAllowedError':
        throw new NotAllowedError(
          `You may not ${toDo}: ${title} (Kubernetes RBAC) says: ${error.message}`,
          error,
        );
      case 'NotFoundError':
        throw new NotFoundError(
          `Cannot ${toDo}: ${title} says: ${error.message}`,
          error,
        );
      case 'ConflictError':
        throw new ConflictError(
          `Cannot ${toDo}: ${title} says: ${error.message}`,
          error,
        );
      case 'ServiceUnavailableError':
        throw new ServiceUnavailableError(
          `Cannot ${toDo}: ${title} does not answer: ${error.message}`,
          error,
        );
      default:
        throw error;
    }
  }
}

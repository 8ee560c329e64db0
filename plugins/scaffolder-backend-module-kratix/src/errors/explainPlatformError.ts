import {
  AuthenticationError,
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import { describeCauses } from './describeCauses';
import { describeMissingRight } from './describeMissingRight';

/**
 * Asks the platform; when it refuses, says in words who refused what, with the platform's own reasons
 * behind, and keeps the kind of the error.
 * @internal
 */
export async function explainPlatformError<T>(
  ask: () => Promise<T>,
  context: ErrorContext,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const explain = isError(error) ? explanations[error.name] : undefined;
    if (!isError(error) || !explain) {
      throw error;
    }
    throw explain(context, `${error.message}${describeCauses(error)}`, error);
  }
}

/** @internal */
export interface ErrorContext {
  readonly platform: Pick<Platform, 'title'>;
  /** Completes "You may not …". */
  readonly toDo: string;
}

type Explain = (context: ErrorContext, reason: string, cause: Error) => Error;

const explanations: Readonly<Record<string, Explain>> = {
  InputError: ({ platform, toDo }, reason, cause) =>
    new InputError(`${platform.title} refuses to ${toDo}: ${reason}`, cause),
  AuthenticationError: ({ platform, toDo }, reason, cause) =>
    new AuthenticationError(
      `Cannot ${toDo}: ${platform.title} does not know who asks: ${reason}`,
      cause,
    ),
  NotAllowedError: ({ platform, toDo }, reason, cause) =>
    new NotAllowedError(
      `You may not ${toDo}: ${describeMissingRight(reason)}${
        platform.title
      } (Kubernetes RBAC) says: ${reason}`,
      cause,
    ),
  NotFoundError: ({ platform, toDo }, reason, cause) =>
    new NotFoundError(
      `Cannot ${toDo}: ${platform.title} says: ${reason}`,
      cause,
    ),
  ConflictError: ({ platform, toDo }, reason, cause) =>
    new ConflictError(
      `Cannot ${toDo}: ${platform.title} says: ${reason}`,
      cause,
    ),
  ServiceUnavailableError: ({ platform, toDo }, reason, cause) =>
    new ServiceUnavailableError(
      `Cannot ${toDo}: ${platform.title} does not answer: ${reason}`,
      cause,
    ),
};

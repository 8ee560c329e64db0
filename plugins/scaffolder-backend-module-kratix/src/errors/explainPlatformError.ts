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
import { toLogLine } from '../progress/toLogLine';
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
    const reason = toLogLine(`${error.message}${describeCauses(error)}`);
    // Given to the constructor, Backstage would write the cause into the message a second time.
    throw Object.assign(explain(context, reason), { cause: error });
  }
}

/** @internal */
export interface ErrorContext {
  readonly platform: Pick<Platform, 'title'>;
  /** Completes "You may not …". */
  readonly toDo: string;
}

type Explain = (context: ErrorContext, reason: string) => Error;

const explanations: Readonly<Record<string, Explain>> = {
  InputError: ({ platform, toDo }, reason) =>
    new InputError(`${platform.title} refuses to ${toDo}: ${reason}`),
  AuthenticationError: ({ platform, toDo }, reason) =>
    new AuthenticationError(
      `Cannot ${toDo}: ${platform.title} does not know who asks: ${reason}`,
    ),
  NotAllowedError: ({ platform, toDo }, reason) =>
    new NotAllowedError(
      `You may not ${toDo}: ${describeMissingRight(reason)}${
        platform.title
      } (Kubernetes RBAC) says: ${reason}`,
    ),
  NotFoundError: ({ platform, toDo }, reason) =>
    new NotFoundError(`Cannot ${toDo}: ${platform.title} says: ${reason}`),
  ConflictError: ({ platform, toDo }, reason) =>
    new ConflictError(`Cannot ${toDo}: ${platform.title} says: ${reason}`),
  ServiceUnavailableError: ({ platform, toDo }, reason) =>
    new ServiceUnavailableError(
      `Cannot ${toDo}: ${platform.title} does not answer: ${reason}`,
    ),
};

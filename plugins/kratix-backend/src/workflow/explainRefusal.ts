import { isError, ServiceUnavailableError } from '@backstage/errors';

/**
 * The person was allowed to ask. That the platform does not let the portal look is the portal's trouble, and must
 * not read as if the person lacked a permission, or had to sign in again.
 * @internal
 */
export async function explainRefusal<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isError(error) && refusals.includes(error.name)) {
      throw new ServiceUnavailableError(
        `The platform does not let the portal read Jobs, Pods and logs: ${error.message}`,
      );
    }
    throw error;
  }
}

const refusals = ['NotAllowedError', 'AuthenticationError'];

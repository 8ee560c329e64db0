import { isError, ServiceUnavailableError } from '@backstage/errors';
import { refuse, tell } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * For what the portal reads in its own name, after the person was allowed to ask. That the platform does not let the
 * portal look is the portal's trouble: it must not read as if the person lacked a permission, or had to sign in again.
 * Rejects with ServiceUnavailableError then.
 * @public
 */
export async function explainRefusal<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isError(error) && refusals.includes(error.name)) {
      const { message } = error;
      throw refuse(
        ServiceUnavailableError,
        tell('refusal.portalMayNotRead', { message }),
      );
    }
    throw error;
  }
}

const refusals = ['NotAllowedError', 'AuthenticationError'];

import { isError } from '@backstage/errors';

/**
 * The answer, or undefined where the permission framework says no: for an answer of several parts, of which
 * a person may be shown some.
 * @internal
 */
export async function unlessDenied<T>(
  question: Promise<T>,
): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (isError(error) && error.name === 'NotAllowedError') {
      return undefined;
    }
    throw error;
  }
}

import { ResponseError } from '@backstage/errors';
import { wordingSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem, ApiProblemKind } from './ApiProblem';

/**
 * Tells a failed response apart. Consumes its body.
 * @internal
 */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const isJson = response.headers
    .get('content-type')
    ?.startsWith('application/json');
  const error = await ResponseError.fromResponse(response);
  const wording = wordingSchema.safeParse(error.body.error.wording).data;
  return {
    kind: toKind(error.statusCode, Boolean(isJson)),
    message: error.body.error.message,
    ...(wording && { wording }),
  };
}

/**
 * Backstage answers an unknown plugin with a 404 that has no JSON error body, while the Kratix backend
 * says which object is missing: the one is a mistake of the installation, the other is news.
 */
function toKind(status: number, isErrorBody: boolean): ApiProblemKind {
  switch (status) {
    case 401:
      return 'unauthorised';
    case 403:
      return 'forbidden';
    case 404:
      return isErrorBody ? 'notFound' : 'notInstalled';
    case 503:
      return isErrorBody ? 'unreachable' : 'noAnswer';
    case 408:
    case 429:
    case 502:
    case 504:
      return 'noAnswer';
    default:
      return 'failed';
  }
}

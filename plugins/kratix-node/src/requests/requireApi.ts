import { InputError, isError } from '@backstage/errors';
import type {
  KratixPromise,
  PromiseApi,
  RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The API of a Promise, or why nothing can be requested from it.
 * @internal
 */
export function requireApi(promise: KratixPromise): PromiseApi {
  if (!promise.api) {
    throw new InputError(
      promise.apiProblem
        ? `Promise ${promise.name} has an API that cannot be used: ${promise.apiProblem.message}`
        : `Promise ${promise.name} has no API, so nothing can be requested from it`,
    );
  }
  return promise.api;
}

/**
 * The version of the API that a manifest is written for.
 * @internal
 */
export function requireServed(
  api: PromiseApi,
  manifest: RequestManifest,
): string {
  const version = api.servedVersions.find(
    candidate => manifest.apiVersion === `${api.group}/${candidate}`,
  );
  if (version === undefined || manifest.kind !== api.kind) {
    throw new InputError(
      `${manifest.apiVersion} ${
        manifest.kind
      } is not what the Promise offers: ${api.kind} in ${api.servedVersions
        .map(served => `${api.group}/${served}`)
        .join(', ')}`,
    );
  }
  return version;
}

/**
 * The API of a Promise that is yet to be found. A missing Promise is not a NotFoundError, which is said of
 * requests.
 * @internal
 */
export async function findApi(
  promiseName: string,
  find: (name: string) => Promise<KratixPromise>,
): Promise<PromiseApi> {
  try {
    return requireApi(await find(promiseName));
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new InputError(`There is no Promise ${promiseName}`);
    }
    throw error;
  }
}

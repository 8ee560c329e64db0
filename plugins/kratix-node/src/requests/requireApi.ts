import { InputError, isError } from '@backstage/errors';
import {
  refuse,
  tell,
  type KratixPromise,
  type PromiseApi,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The API of a Promise, or why nothing can be requested from it.
 * @internal
 */
export function requireApi(promise: KratixPromise): PromiseApi {
  if (!promise.api) {
    const { name, apiProblem } = promise;
    throw refuse(
      InputError,
      apiProblem
        ? tell('refusal.unusableApi', {
            promise: name,
            problem: apiProblem.wording ?? apiProblem.message,
          })
        : tell('refusal.noApi', { promise: name }),
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
    const { group, kind, servedVersions } = api;
    throw refuse(
      InputError,
      tell('refusal.notOffered', {
        given: `${manifest.apiVersion} ${manifest.kind}`,
        kind,
        served: { list: servedVersions.map(served => `${group}/${served}`) },
      }),
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
      throw refuse(
        InputError,
        tell('refusal.noPromise', { promise: promiseName }),
      );
    }
    throw error;
  }
}

import type { JsonObject } from '@backstage/types';
import {
  parsePromise,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The API that a request is written for, at the version that it names; or why there is none.
 * @internal
 */
export type FoundApi =
  | { readonly ok: true; readonly api: PromiseApi }
  | { readonly ok: false; readonly message: string };

/**
 * Finds the API of a request among Promises as they are in files.
 * @internal
 */
export function findApi(
  request: JsonObject,
  promises: readonly unknown[],
): FoundApi {
  const { apiVersion, kind } = request;
  const [group = '', version = ''] = String(apiVersion ?? '').split('/');
  const offered: string[] = [];
  const problems: string[] = [];
  for (const json of promises) {
    const parsed = parsePromise(json);
    const api = parsed.ok ? parsed.value.api : undefined;
    if (api && api.group === group && api.kind === kind) {
      return atVersion(api, version);
    }
    if (parsed.ok && parsed.value.apiProblem) {
      problems.push(parsed.value.apiProblem.message);
    }
    if (api) {
      offered.push(`${api.kind} of ${api.group}/${api.version}`);
    }
  }
  const what = `${String(kind ?? 'An object')} of "${String(
    apiVersion ?? '',
  )}"`;
  return {
    ok: false,
    message: offered.length
      ? `${what} is not what is offered, which is: ${offered.join(', ')}.`
      : [
          `${what} cannot be ordered: no usable API is offered.`,
          ...problems,
        ].join(' '),
  };
}

function atVersion(api: PromiseApi, version: string): FoundApi {
  if (version === api.version) {
    return { ok: true, api };
  }
  const schema = api.otherSchemas?.[version];
  return schema
    ? { ok: true, api: { ...api, version, schema } }
    : {
        ok: false,
        message: `Version "${version}" of ${
          api.kind
        } is not served; these are: ${api.servedVersions.join(', ')}.`,
      };
}

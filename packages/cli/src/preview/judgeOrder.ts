import type { JsonObject } from '@backstage/types';
import {
  buildRequestManifest,
  createObjectJudge,
  formatFieldError,
  pruneFormValues,
  toYaml,
  type KratixPromise,
  type ValidateBody,
  type ValidateResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a platform would say to an order, as far as the Promise alone tells: the same answer as the portal's
 * own backend gives.
 * @internal
 */
export function judgeOrder(
  promise: KratixPromise | undefined,
  { name, namespace, spec }: ValidateBody,
): ValidateResponse {
  if (!promise?.api) {
    const message = 'There is no API to order from.';
    return { ok: false, message, errors: [{ path: '', message }] };
  }
  const { api } = promise;
  const request = buildRequestManifest({
    api,
    name,
    namespace,
    spec: pruneFormValues(api.schema, spec as JsonObject),
  });
  const manifest = toYaml(request);
  const { errors, stored } = createObjectJudge(api.schema)({ ...request });
  if (errors.length === 0) {
    return { ok: true, manifest, spec: { ...asObject(stored.spec) } };
  }
  return {
    ok: false,
    manifest,
    message: errors.map(formatFieldError).join('; '),
    errors: errors.map(error => ({
      path: error.field,
      message: formatFieldError(error),
    })),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? { ...(value as Record<string, unknown>) }
    : {};
}

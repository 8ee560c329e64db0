import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  buildRequestManifest,
  kratixPromiseReadPermission,
  kratixRequestUpdatePermission,
  pruneFormValues,
  validateBodySchema,
  validateResponseSchema,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import { findReadableRequest } from '../state/findReadableRequest';
import { lookUpPromise } from '../state/lookUp';
import type { OperationRouteContext } from './OperationRouteContext';
import { parseInput } from './readBody';
import { resolveActor } from './resolveActor';

/**
 * `POST /promises/:platform/:promise/validate`: whether the platform would take what stands in a form. Only
 * who may order or change it may ask. Nothing is written, so there is nothing to audit.
 * @internal
 */
export function validateOrder(
  context: OperationRouteContext,
): RequestHandler<{ platform: string; promise: string }> {
  const { httpAuth, authorizer, kratix, userInfo } = context;
  return async (req, res) => {
    const body = parseInput(validateBodySchema, req.body);
    const { mode, name, namespace } = body;
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const ref = { ...req.params, namespace, name };
    await requireMode(mode, ref, { context, credentials });

    const platform = kratix.platform(ref.platform);
    const snapshot = kratix.snapshot(platform.name);
    const { value: promise } = lookUpPromise(snapshot, ref.promise);
    if (!promise.api) {
      throw new InputError(`${ref.promise} has no API to order from`);
    }
    const manifest = buildRequestManifest({
      namespace,
      name,
      api: promise.api,
      spec: pruneFormValues(promise.api.schema, body.spec as JsonObject),
    });
    const actor = await resolveActor(req, { credentials, platform, userInfo });
    const verdict = await kratix
      .operations(platform.name, actor)
      .validate(promise, manifest, { mode });
    res.json(
      validateResponseSchema.parse(
        verdict.ok ? { ok: true, spec: verdict.request.spec } : verdict,
      ),
    );
  };
}

async function requireMode(
  mode: 'create' | 'change',
  ref: RequestRef,
  person: {
    readonly context: OperationRouteContext;
    readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
  },
): Promise<void> {
  const { context, credentials } = person;
  if (mode === 'create') {
    await context.orders.require(ref, credentials);
    return;
  }
  const { permissioned } = await findReadableRequest(ref, credentials, context);
  const access = await context.authorizer.requireForRequests(
    kratixRequestUpdatePermission,
    credentials,
  );
  access.require(permissioned);
}

import { InputError, isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  buildRequestManifest,
  hideSecrets,
  kratixPromiseReadPermission,
  kratixRequestUpdatePermission,
  pruneFormValues,
  refuse,
  tell,
  toYaml,
  validateBodySchema,
  validateResponseSchema,
  type PromiseApi,
  type RequestManifest,
  type RequestRef,
  type ResourceRequest,
  type ValidateResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Validation } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestHandler } from 'express';
import { findReadableRequest } from '../state/findReadableRequest';
import { lookUpPromise } from '../state/lookUp';
import type { OperationRouteContext } from './OperationRouteContext';
import { orderLike } from './orderLike';
import { parseInput } from '../routes/parseInput';
import { resolveActor } from './resolveActor';

/**
 * `POST /promises/:platform/:promise/validate`: whether the platform would take what stands in a form, and
 * what would be sent. Only who may order or change it may ask. Nothing is written, so there is nothing to
 * audit.
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
    const before = await requireMode(mode, ref, { context, credentials });

    const platform = kratix.platform(ref.platform);
    const snapshot = kratix.snapshot(platform.name);
    const { value: promise } = lookUpPromise(snapshot, ref.promise);
    if (!promise.api) {
      throw refuse(InputError, tell('refusal.noApi', { promise: ref.promise }));
    }
    const manifest = toManifest(promise.api, {
      ...ref,
      spec: pruneFormValues(promise.api.schema, body.spec as JsonObject, {
        previous: before?.spec,
      }),
    });
    const actor = await resolveActor(req, { credentials, platform, userInfo });
    const verdict = await ask(() =>
      kratix
        .operations(platform.name, actor)
        .validate(promise, manifest, { mode }),
    );
    res.json(
      validateResponseSchema.parse({
        ...verdict,
        manifest: toYaml({
          ...manifest,
          spec: hideSecrets(
            promise.api,
            orderLike(manifest.spec, before?.spec),
            before?.spec,
          ),
        }),
        ...(before && {
          before: toYaml(
            toManifest(promise.api, {
              ...ref,
              spec: hideSecrets(promise.api, before.spec),
            }),
          ),
        }),
      }),
    );
  };
}

function toManifest(
  api: PromiseApi,
  { namespace, name, spec }: RequestRef & { readonly spec: JsonObject },
): RequestManifest {
  return buildRequestManifest({ api, namespace, name, spec });
}

/** Where the platform cannot be asked, the person still sees what would be sent. */
async function ask(
  validate: () => Promise<Validation>,
): Promise<ValidateResponse> {
  try {
    const verdict = await validate();
    return verdict.ok
      ? { ok: true, spec: verdict.request.spec }
      : { ...verdict, errors: [...verdict.errors] };
  } catch (error) {
    const reason = isError(error) ? reasonOf(error) : undefined;
    if (!isError(error) || !reason) {
      throw error;
    }
    return { ok: false, reason, message: error.message, errors: [] };
  }
}

function reasonOf({ name }: Error): 'forbidden' | 'unreachable' | undefined {
  switch (name) {
    case 'NotAllowedError':
      return 'forbidden';
    case 'ServiceUnavailableError':
      return 'unreachable';
    default:
      return undefined;
  }
}

/** Resolves with what would be changed. */
async function requireMode(
  mode: 'create' | 'change',
  ref: RequestRef,
  person: {
    readonly context: OperationRouteContext;
    readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
  },
): Promise<ResourceRequest | undefined> {
  const { context, credentials } = person;
  if (mode === 'create') {
    await context.orders.require(ref, credentials);
    return undefined;
  }
  const { permissioned, found } = await findReadableRequest(
    ref,
    credentials,
    context,
  );
  const access = await context.authorizer.requireForRequests(
    kratixRequestUpdatePermission,
    credentials,
  );
  access.require(permissioned);
  return found.value;
}

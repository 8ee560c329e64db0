import {
  findPromise,
  authorAnnotations,
  copiesResponseSchema,
  createRequestJudge,
  kratixPromiseReadPermission,
  promiseTemplateEntityRef,
  templateParameters,
  toFormValues,
  withoutSecrets,
  type KratixPromise,
  type Platform,
  type PromiseApi,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import { credentialsOf, type ListContext } from '../lists/ListContext';
import { readRequestRef } from '../operations/readBody';
import { findReadableRequest } from '../state/findReadableRequest';
import { lookUpPromise } from '../state/lookUp';

/**
 * `GET /requests/:platform/:promise/:namespace/:name/copies`: the order forms of other platforms, filled in as
 * this request is.
 * @internal
 */
export function getCopies(context: ListContext): RequestHandler {
  const { authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    const ref = readRequestRef(req);
    const readable = await findReadableRequest(ref, credentials, context);
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const { value: here } = lookUpPromise(readable.snapshot, ref.promise);
    const others = kratix.platforms
      .filter(({ name }) => name !== ref.platform)
      .map(platform => ({
        platform,
        promises: kratix.snapshot(platform.name).promises,
      }));
    res.json(
      copiesResponseSchema.parse({
        targets: others.flatMap(({ platform, promises }) => {
          const there = findPromise({ promises }, ref.promise);
          return here.api && there?.api && !there.deletedAt
            ? [
                toTarget(readable.found.value, here.api, {
                  platform,
                  promise: there,
                  api: there.api,
                }),
              ]
            : [];
        }),
        unknown: others
          .filter(({ promises }) => promises.state === 'unknown')
          .map(({ platform }) => platform.title),
      }),
    );
  };
}

function toTarget(
  request: ResourceRequest,
  before: PromiseApi,
  there: {
    readonly platform: Platform;
    readonly promise: KratixPromise;
    readonly api: PromiseApi;
  },
): unknown {
  const { platform, promise, api } = there;
  const { name, namespace, spec } = request;
  const owner = request.annotations[authorAnnotations.owner];
  // Written anew there, so it is asked for as the API there calls it.
  const { verdict, reasons, differences } = createRequestJudge(
    before,
    api,
  )({
    apiVersion: `${api.group}/${api.version}`,
    kind: api.kind,
    metadata: { namespace, name },
    spec,
  });
  return {
    platform: platform.name,
    platformTitle: platform.title,
    version: promise.version,
    form: {
      template: promiseTemplateEntityRef(platform, { promise: promise.name }),
      formData: {
        [templateParameters.name]: name,
        [templateParameters.namespace]: namespace,
        ...(owner && { [templateParameters.owner]: owner }),
        [templateParameters.spec]: withoutSecrets(
          before,
          withoutSecrets(api, toFormValues(api.schema, spec)),
        ),
      },
    },
    // Whether it was fine before does not matter there.
    verdict: verdict === 'refusedBefore' ? 'refused' : verdict,
    reasons: [...reasons],
    differences: [...differences],
  };
}

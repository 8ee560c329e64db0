import { ConflictError, InputError } from '@backstage/errors';
import {
  buildRequestManifest,
  previewReportSchema,
  pruneFormValues,
  refuse,
  startPreviewBodySchema,
  startPreviewResponseSchema,
  tell,
  wordingOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { JsonObject } from '@backstage/types';
import type { Request, RequestHandler } from 'express';
import { lookUpPromise } from '../state/lookUp';
import { auditOperation } from './auditOperation';
import { authoriseOperation, openOperation } from './openOperation';
import type { OperationRouteContext } from './OperationRouteContext';
import { readRequestRef } from './readBody';
import { parseInput } from '../routes/parseInput';

/**
 * `POST /requests/:platform/:promise/:namespace/:name/previews`. What the platform would not take is refused
 * at once: Kratix would try it for ever.
 * @internal
 */
export function postPreview(context: OperationRouteContext): RequestHandler {
  return async (req, res) => {
    const ref = readRequestRef(req);
    const body = parseInput(startPreviewBodySchema, req.body);
    const handle = await auditOperation(
      { name: 'preview', ref, req },
      context,
      async () => {
        const { operations, snapshot, found } = await openOperation(
          req,
          'preview',
          context,
        );
        if (found.value.uid !== body.uid) {
          const { namespace, name, promise } = ref;
          const request = `${namespace}/${name}`;
          const subject = wordingOf('refusal.request', { request, promise });
          throw refuse(
            ConflictError,
            tell('refusal.anotherByNow', { subject }),
          );
        }
        const { value: promise } = lookUpPromise(snapshot, ref.promise);
        if (!promise.api) {
          const { promise: name } = ref;
          throw refuse(InputError, tell('refusal.noApi', { promise: name }));
        }
        const manifest = buildRequestManifest({
          ...ref,
          api: promise.api,
          // What the page does not show, as secrets, stays as it stands.
          spec: pruneFormValues(promise.api.schema, body.spec as JsonObject, {
            previous: found.value.spec,
          }),
        });
        const verdict = await operations.validate(promise, manifest, {
          mode: 'change',
        });
        if (!verdict.ok) {
          throw new InputError(verdict.message);
        }
        return operations.startPreview(promise, manifest);
      },
    );
    res
      .status(202)
      .json(startPreviewResponseSchema.parse({ preview: handle.preview }));
  };
}

/**
 * `GET …/previews/:preview`. One that was started is read and removed even where none could be started any more.
 * @internal
 */
export function getPreview(context: OperationRouteContext): RequestHandler {
  return async (req, res) => {
    const { operations } = await authoriseOperation(req, 'preview', context);
    res.json(
      previewReportSchema.parse(await operations.readPreview(toHandle(req))),
    );
  };
}

/**
 * `DELETE …/previews/:preview`
 * @internal
 */
export function deletePreview(context: OperationRouteContext): RequestHandler {
  return async (req, res) => {
    const { preview, ...ref } = toHandle(req);
    await auditOperation(
      { name: 'preview', ref, req, meta: { step: 'remove', preview } },
      context,
      async () => {
        const { operations } = await authoriseOperation(
          req,
          'preview',
          context,
        );
        await operations.removePreview({ ...ref, preview });
      },
    );
    res.status(204).end();
  };
}

function toHandle(req: Request) {
  return { ...readRequestRef(req), preview: req.params.preview ?? '' };
}

import { NotFoundError } from '@backstage/errors';
import {
  operationBodySchema,
  operationResponseSchema,
  resumeBodySchema,
  setVersionBodySchema,
  type OperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  OperationTarget,
  RequestOperations,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestHandler } from 'express';
import type { ZodType } from 'zod';
import { auditOperation } from './auditOperation';
import { openOperation } from './openOperation';
import type { OperationRouteContext } from './OperationRouteContext';
import { readRequestRef } from './readBody';
import { parseInput } from '../routes/parseInput';

/**
 * `POST /requests/:platform/:promise/:namespace/:name/operations/:operation`
 * @internal
 */
export function postOperation(context: OperationRouteContext): RequestHandler {
  return async (req, res) => {
    const operation = findOperation(req.params.operation);
    const { name } = operation;
    const ref = readRequestRef(req);
    const body = parseInput(operation.schema, req.body);
    const generation = await auditOperation(
      { name, ref, req, meta: { version: body.version, note: body.note } },
      context,
      async () => {
        const { operations } = await openOperation(req, name, context);
        return operation.run(operations, ref, body);
      },
    );
    res.status(202).json(
      operationResponseSchema.parse({
        operation: name,
        uid: body.uid,
        generation,
      }),
    );
  };
}

interface Body {
  readonly uid: string;
  readonly note?: string;
  readonly version?: string;
}

interface PostedOperation {
  readonly name: OperationName;
  readonly schema: ZodType<Body>;
  run(
    operations: RequestOperations,
    ref: OperationTarget,
    body: Body,
  ): Promise<number | undefined>;
}

const posted: readonly PostedOperation[] = [
  define('rerun', operationBodySchema, async (operations, ref, body) => {
    return (await operations.rerun(ref, body)).generation;
  }),
  define('pause', operationBodySchema, async (operations, ref, body) => {
    return (await operations.pause(ref, body)).generation;
  }),
  define('unpause', operationBodySchema, async (operations, ref, body) => {
    return (await operations.unpause(ref, body)).generation;
  }),
  define('resume', resumeBodySchema, async (operations, ref, body) => {
    return (await operations.resumeWorkflow(ref, body)).generation;
  }),
  define('retryNow', resumeBodySchema, async (operations, ref, body) => {
    return (await operations.retryNow(ref, body)).generation;
  }),
  define('setVersion', setVersionBodySchema, async (operations, ref, body) => {
    await operations.setVersion(ref, body);
    return undefined;
  }),
];

/** Ties the shape of a body to what is done with it. */
function define<T extends Body>(
  name: OperationName,
  schema: ZodType<T>,
  run: (
    operations: RequestOperations,
    ref: OperationTarget,
    body: T,
  ) => Promise<number | undefined>,
): PostedOperation {
  return {
    name,
    schema,
    run: (operations, ref, body) => run(operations, ref, schema.parse(body)),
  };
}

function findOperation(name: string | undefined): PostedOperation {
  const operation = posted.find(one => one.name === name);
  if (!operation) {
    throw new NotFoundError('There is no such operation');
  }
  return operation;
}

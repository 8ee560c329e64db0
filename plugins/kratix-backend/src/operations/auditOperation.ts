import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  OperationName,
  PromiseOperationName,
  PromiseRef,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { toAuditError } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Request } from 'express';

/**
 * Does it, and records for auditors who did what, or why it was not done, refusals by permissions included.
 * @internal
 */
export async function auditOperation<T>(
  operation: {
    readonly name: OperationName | PromiseOperationName;
    readonly ref: RequestRef | PromiseRef;
    readonly req: Request;
    /** What was chosen, such as a version. Never what was typed into a form: it may hold secrets. */
    readonly meta?: Readonly<Record<string, string | undefined>>;
  },
  services: {
    readonly auditor: AuditorService;
    readonly logger: LoggerService;
  },
  write: () => Promise<T>,
): Promise<T> {
  const { name, ref, req, meta } = operation;
  const event = await services.auditor.createEvent({
    eventId: 'name' in ref ? 'kratix-request-write' : 'kratix-promise-write',
    request: req,
    severityLevel: name === 'delete' ? 'high' : 'medium',
    meta: { actionType: name, ...toPlain(ref), ...toPlain(meta ?? {}) },
  });
  let result: T;
  try {
    result = await write();
  } catch (error) {
    await record(() => event.fail({ error: toAuditError(error) }), services);
    throw error;
  }
  await record(() => event.success(), services);
  return result;
}

/** What the write led to is true whether or not it could be recorded. */
async function record(
  tell: () => Promise<void>,
  { logger }: { readonly logger: LoggerService },
): Promise<void> {
  try {
    await tell();
  } catch (error) {
    logger.error('The audit log could not be written', toError(error));
  }
}

function toPlain(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

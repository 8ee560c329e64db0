import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { toAuditError } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * Does it, and records for auditors that it was done or why it was not, refusals by Backstage's permissions
 * included. What was asked for is not recorded: it may hold secrets. A dry run writes nothing and is none of
 * their business.
 * @internal
 */
export async function auditWrite<T>(
  auditor: AuditorService,
  {
    ref,
    actionType,
    ctx,
  }: {
    ref: RequestRef;
    actionType: 'create' | 'update' | 'delete' | 'preview';
    ctx: { readonly isDryRun?: boolean; readonly logger: LoggerService };
  },
  write: () => Promise<T>,
): Promise<T> {
  if (ctx.isDryRun) {
    return write();
  }
  const event = await auditor.createEvent({
    eventId: 'kratix-request-write',
    severityLevel: actionType === 'delete' ? 'high' : 'medium',
    meta: { actionType, ...ref },
  });
  let result: T;
  try {
    result = await write();
  } catch (error) {
    await record(() => event.fail({ error: toAuditError(error) }), ctx.logger);
    throw error;
  }
  await record(() => event.success(), ctx.logger);
  return result;
}

/** What the write led to is true whether or not it could be recorded. */
async function record(
  tell: () => Promise<void>,
  logger: LoggerService,
): Promise<void> {
  try {
    await tell();
  } catch (error) {
    logger.error('The audit log could not be written', toError(error));
  }
}

import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Does it, and records for auditors that it was done or why it was not. What was asked for is not
 * recorded: it may hold secrets.
 * @internal
 */
export async function auditWrite<T>(
  auditor: AuditorService,
  {
    ref,
    actionType,
  }: { ref: RequestRef; actionType: 'create' | 'update' | 'delete' },
  write: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId: 'kratix-request-write',
    severityLevel: actionType === 'delete' ? 'high' : 'medium',
    meta: { actionType, ...ref },
  });
  try {
    const result = await write();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

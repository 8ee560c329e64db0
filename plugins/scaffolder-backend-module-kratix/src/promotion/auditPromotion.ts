import { toAuditError } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import type { PromotionContext } from './preparePromotion';

/**
 * Does it, and records for auditors that it was done or why it was not. A dry run is none of their business.
 * @internal
 */
export async function auditPromotion<T>(
  ctx: PromotionContext,
  { auditor }: Pick<ActionServices, 'auditor'>,
  promote: () => Promise<T>,
): Promise<T> {
  if (ctx.isDryRun) {
    return promote();
  }
  const { platform, from, promise } = ctx.input;
  const event = await auditor.createEvent({
    eventId: 'kratix-promise-promote',
    severityLevel: 'high',
    meta: { platform, from, promise },
  });
  try {
    const result = await promote();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toAuditError(error) });
    throw error;
  }
}

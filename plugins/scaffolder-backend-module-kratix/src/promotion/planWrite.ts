import { ConflictError } from '@backstage/errors';
import { planReleaseManifest } from '@kratix-portal/backstage-plugin-kratix-common';
import { explainPlatformError } from '../errors/explainPlatformError';
import { describeRelease } from './describePromotion';
import type { Promotion } from './preparePromotion';

/**
 * What a promotion writes on the platform at once.
 * @internal
 */
export interface PlannedWrite {
  /** Like `Promise redis`. */
  readonly subject: string;
  /** What else is to be known about it. */
  readonly note?: string;
  apply(dryRun: boolean): Promise<unknown>;
}

/**
 * The Promise itself, or, where a PromiseRelease would put that back, the version of the PromiseRelease.
 * @internal
 */
export async function planWrite(
  promotion: Promotion,
  { promise, signal }: { promise: string; signal?: AbortSignal },
): Promise<PlannedWrite> {
  const { to, manifest, operations, releaseName, version } = promotion;
  if (!releaseName) {
    return {
      subject: `Promise ${promise}`,
      apply: dryRun => operations.apply(manifest, { dryRun, signal }),
    };
  }
  const subject = `PromiseRelease ${releaseName}`;
  const found = await explainPlatformError(
    () => operations.getReleaseManifest(releaseName, { signal }),
    { platform: to, toDo: `change the ${subject}` },
  );
  const plan = planReleaseManifest(found, version);
  if (!plan.ok) {
    throw new ConflictError(
      `${promise} cannot be promoted to ${to.title}: ${plan.message}`,
    );
  }
  return {
    subject,
    note: describeRelease(plan.release, promotion),
    apply: dryRun => operations.applyRelease(plan.manifest, { dryRun, signal }),
  };
}

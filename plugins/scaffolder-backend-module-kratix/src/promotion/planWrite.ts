import { ConflictError } from '@backstage/errors';
import {
  planReleaseManifest,
  type ReleaseChange,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { explainPlatformError } from '../errors/explainPlatformError';
import type { Promotion } from './preparePromotion';

/**
 * What a promotion writes on the platform at once.
 * @internal
 */
export interface PlannedWrite {
  /** Like `Promise redis`. */
  readonly subject: string;
  /** Where it is a PromiseRelease. */
  readonly release?: ReleaseChange;
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
    release: plan.release,
    apply: dryRun => operations.applyRelease(plan.manifest, { dryRun, signal }),
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { InputError, toError } from '@backstage/errors';
import {
  kratixRequestPreviewPermission,
  type PreviewReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  PreviewHandle,
  RequestOperations,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../../ActionServices';
import { auditWrite } from '../../audit/auditWrite';
import { requirePermissionOnRequest } from '../../authorization/requirePermission';
import { explainPlatformError } from '../../errors/explainPlatformError';
import { buildManifest, type ApplyInput } from '../../manifest/buildManifest';
import { chooseRequest, type Target } from '../../platform/chooseTarget';
import { describePreview } from '../../progress/describePreview';
import { toLogLine } from '../../progress/toLogLine';
import { openSession } from '../openSession';
import type { WriteContext } from '../WriteContext';

const STEP_MS = 2_000;
const MOST_FILES = 200;

/**
 * What a preview came to.
 * @internal
 */
export interface PreviewResult {
  readonly changed: number;
  readonly isComplete: boolean;
  readonly files: { path: string; change: string }[];
}

/** @internal */
export interface PreviewContext extends WriteContext {
  readonly input: Omit<ApplyInput, 'mode'>;
  readonly timeoutMinutes: number;
}

/**
 * Asks for a preview, waits for it, tells it to the task's log, and removes it whatever happens.
 * @internal
 */
export async function previewChange(
  ctx: PreviewContext,
  services: ActionServices,
): Promise<PreviewResult> {
  const target = chooseRequest(services.kratix, ctx.input);
  const { logger } = ctx;
  // Kratix runs the pipelines for it, so it is a write, although nothing is delivered.
  const { operations, handle } = await auditWrite(
    services.auditor,
    { ref: target.ref, actionType: 'preview', ctx },
    () => startPreview(target, ctx, services),
  );
  if (!handle) {
    logger.info(`Would ${nameIt(target)} (dry run)`);
    return { changed: 0, isComplete: false, files: [] };
  }
  try {
    const report = await explainPlatformError(
      () => awaitPreview(operations, handle, ctx),
      { platform: target.platform, toDo: nameIt(target) },
    );
    describePreview(report).forEach(line => logger.info(line));
    const files = report.sections.flatMap(section => section.files);
    return {
      changed: files.length,
      isComplete: report.isComplete,
      files: files
        .slice(0, MOST_FILES)
        .map(({ path, change }) => ({ path, change })),
    };
  } finally {
    await operations
      .removePreview(handle)
      .catch(error =>
        logger.warn('The preview could not be removed', toError(error)),
      );
  }
}

/** What the platform would not take is refused at once: Kratix would try it for ever. A dry run ends there. */
async function startPreview(
  target: Target,
  ctx: PreviewContext,
  services: ActionServices,
): Promise<{ operations: RequestOperations; handle?: PreviewHandle }> {
  const { platform, ref } = target;
  const { signal } = ctx;
  const toDo = nameIt(target);
  await requirePermissionOnRequest(
    services.permissions,
    await ctx.getInitiatorCredentials(),
    { permission: kratixRequestPreviewPermission, ref, toDo },
  );
  const { actor, client, promise } = await openSession(target, ctx, services);
  const operations = services.kratix.operations(platform.name, actor);
  const explain = <T>(ask: () => Promise<T>) =>
    explainPlatformError(ask, { platform, toDo });
  const existing = await explain(() => client.get(ref));
  const manifest = buildManifest(promise, ctx.input, {
    // What the form does not show, as secrets, stays as it stands.
    previous: existing.spec,
  });
  const verdict = await explain(() =>
    operations.validate(promise, manifest, { mode: 'change', signal }),
  );
  if (!verdict.ok) {
    throw new InputError(
      `${platform.title} refuses to ${toDo}: ${verdict.message}`,
    );
  }
  const handle = ctx.isDryRun
    ? undefined
    : await explain(() =>
        operations.startPreview(promise, manifest, { signal }),
      );
  return { operations, handle };
}

function nameIt({ ref }: Target): string {
  return `preview ${ref.promise} ${ref.namespace}/${ref.name}`;
}

async function awaitPreview(
  operations: RequestOperations,
  handle: PreviewHandle,
  { signal, timeoutMinutes }: { signal?: AbortSignal; timeoutMinutes: number },
): Promise<Extract<PreviewReport, { state: 'done' }>> {
  const steps = Math.ceil((timeoutMinutes * 60_000) / STEP_MS);
  for (let step = 0; step < steps; step++) {
    const report = await operations.readPreview(handle, { signal });
    if (report.state === 'done') {
      return report;
    }
    if (report.state === 'failed') {
      throw new Error(`The preview failed: ${toLogLine(report.message)}`);
    }
    if (report.isIgnored) {
      throw new Error(
        'Kratix has not taken the preview up: its DryRun seems to be switched off on this platform',
      );
    }
    await delay(STEP_MS, undefined, { signal });
  }
  throw new Error(`The preview was not done after ${timeoutMinutes} minutes`);
}

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
import type { ActionServices } from '../ActionServices';
import { requirePermissionOnRequest } from '../authorization/requirePermission';
import { explainPlatformError } from '../errors/explainPlatformError';
import { buildManifest, type ApplyInput } from '../manifest/buildManifest';
import { chooseRequest } from '../platform/chooseTarget';
import { describePreview } from '../progress/describePreview';
import { openCounter } from './openCounter';
import type { WriteContext } from './WriteContext';

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

/**
 * Asks for a preview, waits for it, tells it to the task's log, and removes it whatever happens.
 * @internal
 */
export async function previewChange(
  ctx: WriteContext & {
    readonly input: Omit<ApplyInput, 'mode'>;
    readonly timeoutMinutes: number;
  },
  services: ActionServices,
): Promise<PreviewResult> {
  const target = chooseRequest(services.kratix, ctx.input);
  const { platform, ref } = target;
  const { logger, signal } = ctx;
  const toDo = `preview ${ref.promise} ${ref.namespace}/${ref.name}`;
  await requirePermissionOnRequest(
    services.permissions,
    await ctx.getInitiatorCredentials(),
    { permission: kratixRequestPreviewPermission, ref, toDo },
  );
  const { actor, promise } = await openCounter(target, ctx, services);
  const manifest = buildManifest(promise, ctx.input, {});
  const operations = services.kratix.operations(platform.name, actor);
  const explain = <T>(ask: () => Promise<T>) =>
    explainPlatformError(ask, { platform, toDo });

  const verdict = await explain(() =>
    operations.validate(promise, manifest, { mode: 'change', signal }),
  );
  if (!verdict.ok) {
    throw new InputError(
      `${platform.title} refuses to ${toDo}: ${verdict.message}`,
    );
  }
  if (ctx.isDryRun) {
    logger.info(`Would ${toDo} (dry run)`);
    return { changed: 0, isComplete: false, files: [] };
  }
  const handle = await explain(() =>
    operations.startPreview(promise, manifest, { signal }),
  );
  try {
    const report = await explain(() => awaitPreview(operations, handle, ctx));
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
      throw new Error(`The preview failed: ${report.message}`);
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

import { isError } from '@backstage/errors';
import type { Phase } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { requireReadable } from '../../authorization/requireReadable';
import { choosePlatform } from '../../platform/choosePlatform';
import type { AwaitedRequest } from '../../progress/findProgress';
import { awaitSnapshot } from '../../progress/awaitSnapshot';
import { PipelineLog } from '../../progress/PipelineLog';
import { WaitObserver, type WhenSuspended } from '../../progress/WaitObserver';
import type { WriteContext } from '../WriteContext';

/** @internal */
export interface WaitContext
  extends Pick<
    WriteContext,
    'logger' | 'signal' | 'isDryRun' | 'getInitiatorCredentials'
  > {
  readonly input: Partial<Pick<AwaitedRequest, 'platform'>> &
    Omit<AwaitedRequest, 'platform'> & {
      readonly whenSuspended?: WhenSuspended;
    };
  readonly timeoutMinutes: number;
}

/**
 * The phase in which a request is ready, or waits for a person. Throws when it fails or the time is up.
 * @internal
 */
export async function waitForRequest(
  ctx: WaitContext,
  services: ActionServices,
): Promise<Phase> {
  const { logger, signal, timeoutMinutes } = ctx;
  const { platform: platformName, promise, namespace, name } = ctx.input;
  const platform = choosePlatform(services.kratix, platformName);
  const ref = { platform: platform.name, promise, namespace, name };
  if (ctx.isDryRun) {
    logger.info(`Would wait for ${namespace}/${name} (dry run)`);
    return 'Ready';
  }

  const deadlineMs = Date.now() + timeoutMinutes * 60_000;
  await requireReadable(services.permissions, {
    credentials: await ctx.getInitiatorCredentials(),
    ref,
    signal,
  });
  const { uid, generation } = ctx.input;
  const observer = new WaitObserver(
    { ...ref, uid, generation },
    logger,
    ctx.input.whenSuspended,
  );
  const log = new PipelineLog({
    // As the pages do: whoever may see a request may see how it gets on.
    reader: services.kratix.workflows(platform.name, { type: 'portal' }),
    ref,
    logger,
  });
  const phase = await withLog(log, signal, () =>
    awaitSnapshot(services.kratix, platform.name, {
      look: snapshot => observer.look(snapshot),
      timeoutMs: deadlineMs - Date.now(),
      signal,
    }),
  );
  if (!phase) {
    throw new Error(
      `${namespace}/${name} was not ready after ${timeoutMinutes} minutes. ${observer.lastWord}`,
    );
  }
  return phase;
}

/** Tells what the pipelines print while something is waited for, and how the failing one ended. */
async function withLog<T>(
  log: PipelineLog,
  signal: AbortSignal | undefined,
  wait: () => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const following = log.follow(
    AbortSignal.any([done.signal, ...(signal ? [signal] : [])]),
  );
  try {
    return await wait();
  } catch (error) {
    const lines = signal?.aborted ? [] : await log.lastLines();
    if (lines.length > 0 && isError(error)) {
      throw new Error([error.message, ...lines].join('\n'), { cause: error });
    }
    throw error;
  } finally {
    done.abort();
    await following;
  }
}

import type { Phase } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { requireReadable } from '../authorization/requireReadable';
import { choosePlatform } from '../platform/choosePlatform';
import type { AwaitedRequest } from '../progress/findProgress';
import { followRequest } from '../progress/followRequest';
import { WaitObserver } from '../progress/WaitObserver';
import type { WriteContext } from './WriteContext';

/** @internal */
export interface WaitContext
  extends Pick<
    WriteContext,
    'logger' | 'signal' | 'isDryRun' | 'getInitiatorCredentials'
  > {
  readonly input: Partial<Pick<AwaitedRequest, 'platform'>> &
    Omit<AwaitedRequest, 'platform'>;
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
  const observer = new WaitObserver({ ...ref, uid, generation }, logger);
  const phase = await followRequest(services.kratix, ref, {
    look: snapshot => observer.look(snapshot),
    timeoutMs: deadlineMs - Date.now(),
    signal,
  });
  if (!phase) {
    throw new Error(
      `${namespace}/${name} was not ready after ${timeoutMinutes} minutes. ${observer.lastWord}`,
    );
  }
  return phase;
}

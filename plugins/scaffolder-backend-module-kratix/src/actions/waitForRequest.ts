import { setTimeout as delay } from 'node:timers/promises';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  kratixRequestReadPermission,
  type Phase,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { requirePermissionOnRequest } from '../authorization/requirePermission';
import { choosePlatform } from '../platform/choosePlatform';
import { findProgress } from '../progress/findProgress';
import { followRequest } from '../progress/followRequest';
import { WaitObserver } from '../progress/WaitObserver';

/** @internal */
export interface WaitContext {
  readonly input: Partial<Pick<RequestRef, 'platform'>> &
    Omit<RequestRef, 'platform'>;
  readonly timeoutMinutes: number;
  readonly logger: LoggerService;
  readonly signal?: AbortSignal;
  readonly isDryRun?: boolean;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
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

  const observer = new WaitObserver(ref, logger);
  const deadlineMs = Date.now() + timeoutMinutes * 60_000;
  const follow = <T>(look: Parameters<typeof followRequest<T>>[2]['look']) =>
    followRequest(services.kratix, ref, {
      look,
      timeoutMs: deadlineMs - Date.now(),
      signal,
    });
  // A decision about a request is made from what is known of it, and the watch may be a moment behind
  // the step that ordered it.
  const isThere = await follow(
    snapshot => typeof findProgress(snapshot, ref) === 'object' || undefined,
  );
  if (isThere) {
    await requireReadable(ref, await ctx.getInitiatorCredentials(), services);
  }
  const phase = await follow(snapshot => observer.look(snapshot));
  if (!phase) {
    throw new Error(
      `${namespace}/${name} was not ready after ${timeoutMinutes} minutes. ${observer.lastWord}`,
    );
  }
  return phase;
}

async function requireReadable(
  ref: RequestRef,
  credentials: BackstageCredentials,
  services: ActionServices,
): Promise<void> {
  const ask = () =>
    requirePermissionOnRequest(services.permissions, credentials, {
      permission: kratixRequestReadPermission,
      ref,
      toDo: `see ${ref.namespace}/${ref.name}`,
    });
  try {
    await ask();
  } catch (error) {
    if (!isError(error) || error.name !== 'NotAllowedError') {
      throw error;
    }
    // The backend that decides has a watch of its own, which may be a moment behind this one.
    await delay(DECIDER_LAG_MS);
    await ask();
  }
}

const DECIDER_LAG_MS = 1_000;

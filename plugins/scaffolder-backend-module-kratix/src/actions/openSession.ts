import type { KratixPromise } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Actor,
  RequestClient,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { resolveActor } from '../actor/resolveActor';
import { explainPlatformError } from '../errors/explainPlatformError';
import type { Target } from '../platform/chooseTarget';
import type { WriteContext } from './WriteContext';

/**
 * What it takes to write to a platform: in whose name, through which client, and the Promise as it is now.
 * @internal
 */
export interface PlatformSession {
  readonly actor: Actor;
  readonly client: RequestClient;
  readonly promise: KratixPromise;
}

/**
 * Asks the platform for the first time, so only after Backstage's permissions. Throws when there is no such
 * Promise: then nothing can be said about its requests.
 * @internal
 */
export async function openSession(
  { platform, ref }: Target,
  ctx: Pick<WriteContext, 'secrets' | 'getInitiatorCredentials'>,
  services: ActionServices,
): Promise<PlatformSession> {
  const credentials = await ctx.getInitiatorCredentials();
  const actor = await resolveActor(credentials, platform, {
    ...services,
    secrets: ctx.secrets,
  });
  const client = services.kratix.requests(platform.name, actor);
  const promise = await explainPlatformError(
    () => client.getPromise(ref.promise),
    { platform, toDo: `read the Promise ${ref.promise}` },
  );
  return { actor, client, promise };
}

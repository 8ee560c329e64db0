import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  requestEntityRef,
  toYaml,
  type ApplyActionOutput,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApplyOptions } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import { auditWrite } from '../audit/auditWrite';
import { explainPlatformError } from '../errors/explainPlatformError';
import { prepareOrder, type Order, type OrderContext } from './prepareOrder';

/**
 * Asks the platform whether it would take the order, and places it. A dry run only asks.
 * @internal
 */
export async function placeOrder(
  ctx: OrderContext & {
    readonly logger: LoggerService;
    readonly signal?: AbortSignal;
    readonly isDryRun?: boolean;
  },
  services: ActionServices,
): Promise<ApplyActionOutput> {
  const order = await prepareOrder(ctx, services);
  const { platform, ref, manifest } = order;
  const { logger, signal } = ctx;
  const what = `${manifest.kind} ${ref.namespace}/${ref.name}`;
  if (order.promise.availability === 'unavailable') {
    logger.warn(
      `${ref.promise} cannot take requests now; the request will wait until it can`,
    );
  }

  // Between the look and the write, somebody else may have ordered the same, or removed it.
  const expect = order.isExisting ? 'present' : 'absent';
  await send(order, { dryRun: true, expect, signal });
  logger.info(`${platform.title} accepts ${what}; nothing written yet`);
  if (!ctx.isDryRun) {
    signal?.throwIfAborted();
    const actionType = order.isExisting ? 'update' : 'create';
    await auditWrite(services.auditor, { ref, actionType }, () =>
      send(order, { expect, signal }),
    );
    const done = order.isExisting ? 'Changed' : 'Ordered';
    logger.info(`${done} ${what} on ${platform.title}`);
  }
  return {
    entityRef: requestEntityRef(platform, ref),
    platform: platform.name,
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    namespace: ref.namespace,
    name: ref.name,
    manifest: toYaml(manifest),
  };
}

async function send(
  { platform, client, promise, manifest }: Order,
  options: ApplyOptions,
): Promise<void> {
  const { kind, metadata } = manifest;
  await explainPlatformError(() => client.apply(promise, manifest, options), {
    platform,
    toDo: `write ${kind} ${metadata.namespace}/${metadata.name}`,
  });
}

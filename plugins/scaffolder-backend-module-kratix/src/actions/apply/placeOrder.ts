import {
  toYaml,
  type ApplyActionOutput,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import { auditWrite } from '../../audit/auditWrite';
import type { ApplyInput } from '../../manifest/buildManifest';
import { chooseTarget } from '../../platform/chooseTarget';
import { entityRefOf } from '../../platform/entityRefOf';
import { changeRequest } from './changeRequest';
import { createRequest } from './createRequest';
import type { WriteContext } from '../WriteContext';

/**
 * Places an order, or changes one, as its mode says. A dry run only asks the platform.
 * @internal
 */
export async function placeOrder(
  ctx: WriteContext & { readonly input: ApplyInput },
  services: ActionServices,
): Promise<ApplyActionOutput> {
  const target = chooseTarget(services.kratix, ctx.input);
  const { platform, ref } = target;
  const isChange = ctx.input.mode === 'change';
  const place = isChange ? changeRequest : createRequest;
  const { manifest, request } = await auditWrite(
    services.auditor,
    { ref, actionType: isChange ? 'update' : 'create', ctx },
    () => place(target, ctx, services),
  );
  return {
    entityRef: entityRefOf(services.kratix, target),
    platform: platform.name,
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    namespace: ref.namespace,
    name: ref.name,
    uid: request.uid,
    generation: request.generation,
    manifest: toYaml(manifest),
  };
}

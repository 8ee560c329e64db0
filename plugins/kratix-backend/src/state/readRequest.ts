import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  findPromise,
  findFieldTitles,
  findSecretPaths,
  phaseContexts,
  type RequestRef,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixAuthorizer } from '../authorization';
import { toRequestResponse } from '../responses/toRequestResponse';
import type { DeliveryReader } from './DeliveryReader';
import { findDelivery } from './findDelivery';
import { findRequestProblems } from './findRequestProblems';
import { findReadableRequest } from './findReadableRequest';

/** @internal */
export interface RequestReading {
  readonly kratix: KratixService;
  readonly authorizer: KratixAuthorizer;
  readonly deliveries: DeliveryReader;
}

/**
 * What somebody may know of one request.
 * @internal
 */
export async function readRequest(
  ref: RequestRef,
  credentials: BackstageCredentials,
  context: RequestReading,
): Promise<RequestResponse> {
  const { platform, snapshot, found } = await findReadableRequest(
    ref,
    credentials,
    context,
  );
  const { api } = findPromise(snapshot, found.value.promiseName) ?? {};
  return toRequestResponse(found, platform, {
    ...phaseContexts(snapshot)(found.value),
    ...(await findDelivery(platform.name, found.value, context.deliveries)),
    problems: findRequestProblems(found.value, platform, snapshot),
    secretPaths: api ? findSecretPaths(api) : [],
    fieldTitles: api ? findFieldTitles(api, found.value.spec) : {},
  });
}

import { setTimeout as delay } from 'node:timers/promises';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError } from '@backstage/errors';
import {
  kratixRequestReadPermission,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { requirePermissionOnRequest } from './requirePermission';

/**
 * Throws when the person may not see a request. Asked before anything is looked up, and answered alike for
 * what is hidden and what does not exist.
 *
 * @remarks
 * A decision by owner needs the request, which the backend that decides may learn of some moments after the
 * step that ordered it; so a refusal is asked about again for a while.
 * @internal
 */
export async function requireReadable(
  permissions: PermissionsService,
  options: {
    readonly credentials: BackstageCredentials;
    readonly ref: RequestRef;
    readonly signal?: AbortSignal;
    readonly graceMs?: number;
  },
): Promise<void> {
  const { credentials, ref, signal, graceMs = 10_000 } = options;
  const name = `${ref.namespace}/${ref.name}`;
  const endMs = Date.now() + graceMs;
  for (;;) {
    try {
      await requirePermissionOnRequest(permissions, credentials, {
        permission: kratixRequestReadPermission,
        ref,
        toDo: `see ${name}`,
      });
      return;
    } catch (error) {
      if (!isError(error) || error.name !== 'NotAllowedError') {
        throw error;
      }
      if (Date.now() >= endMs) {
        throw new NotAllowedError(
          `${error.message}, or there is no such request`,
        );
      }
    }
    await delay(Math.min(STEP_MS, graceMs), undefined, { signal });
  }
}

const STEP_MS = 1_000;

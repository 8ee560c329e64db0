import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  kratixLabels,
  parsePromise,
  refuse,
  tell,
  writeLastOperation,
  type KratixPromise,
  type OperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { writeUnlessOvertaken } from '../requests/changeUnlessMoved';
import type { RequestScope } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import { toRequestError } from '../requests/toRequestError';
import type { PromiseOperations } from '../service/PromiseOperations';
import type { OperationOptions } from '../service/RequestOperations';
import { requireNoOtherApplier } from './fieldOwners';
import { buildMetadataPatch } from './metadataPatch';
import {
  applyManifest,
  objectOf,
  platformObject,
  readManifest,
  type ApplyOptions,
} from './platformObjects';

type Labels = Readonly<Record<string, string | undefined>>;

/**
 * What can be done with Promises of one platform, in the name of one actor.
 * @internal
 */
export class DefaultPromiseOperations implements PromiseOperations {
  constructor(
    private readonly scope: RequestScope,
    private readonly stamp: {
      /** Entity reference of the person who acts. */
      readonly by?: string;
      readonly nowMs: () => number;
    },
  ) {}

  async rerun(promise: string, options: OperationOptions) {
    const labels = { [kratixLabels.manualReconciliation]: 'true' };
    return this.relabel(promise, 'rerun', { ...options, labels });
  }

  async rerunRequests(promise: string, options: OperationOptions) {
    const labels = { [kratixLabels.reconcileResources]: 'true' };
    return this.relabel(promise, 'rerun', { ...options, labels });
  }

  async pause(promise: string, options: OperationOptions) {
    const labels = { [kratixLabels.paused]: 'true' };
    return this.relabel(promise, 'pause', { ...options, labels });
  }

  async unpause(promise: string, options: OperationOptions) {
    const labels = { [kratixLabels.paused]: undefined };
    return this.relabel(promise, 'unpause', { ...options, labels });
  }

  async getManifest(promise: string, options: { signal?: AbortSignal } = {}) {
    const object = platformObject('Promise', promise);
    return readManifest(this.scope, object, options);
  }

  async getReleaseManifest(
    release: string,
    options: { signal?: AbortSignal } = {},
  ) {
    const object = platformObject('PromiseRelease', release);
    return readManifest(this.scope, object, options);
  }

  async apply(
    manifest: JsonObject,
    options: ApplyOptions = {},
  ): Promise<KratixPromise> {
    const object = objectOf('Promise', manifest);
    const json = await applyManifest(this.scope, object, {
      ...options,
      json: manifest,
    });
    return requireParsed(parsePromise(json), object.subject);
  }

  async applyRelease(
    manifest: JsonObject,
    options: ApplyOptions = {},
  ): Promise<void> {
    const object = objectOf('PromiseRelease', manifest);
    await applyManifest(this.scope, object, { ...options, json: manifest });
  }

  private async relabel(
    name: string,
    operation: OperationName,
    options: OperationOptions & { readonly labels: Labels },
  ): Promise<KratixPromise> {
    const { uid, labels, note, signal } = options;
    const { by, nowMs } = this.stamp;
    const { subject, path } = platformObject('Promise', name);
    const annotations = writeLastOperation({
      name: operation,
      at: new Date(nowMs()).toISOString(),
      ...(by && { by }),
      ...(note && { note }),
    });
    try {
      const json = await writeUnlessOvertaken({
        look: async () => {
          const seenJson = await this.scope.send({
            method: 'GET',
            path,
            signal,
          });
          const seen = requireParsed(parsePromise(seenJson), subject);
          if (seen.uid !== uid) {
            throw refuse(
              ConflictError,
              tell('refusal.anotherByNow', { subject }),
            );
          }
          requireNoOtherApplier(seenJson, {
            subject,
            fields: Object.keys(labels).map(label => [
              'metadata',
              'labels',
              label,
            ]),
          });
          return seen;
        },
        write: seen =>
          this.scope.send({
            method: 'PATCH',
            path,
            signal,
            ...buildMetadataPatch(seen, { labels, annotations }),
          }),
      });
      return requireParsed(parsePromise(json), subject);
    } catch (error) {
      throw toRequestError(error, subject);
    }
  }
}

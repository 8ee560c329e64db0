import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import {
  kratixLabels,
  parsePromise,
  writeLastOperation,
  type KratixPromise,
  type OperationName,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { resourcePath } from '../cluster/resourcePath';
import { writeUnlessOvertaken } from '../requests/changeUnlessMoved';
import { FIELD_MANAGER } from '../requests/fieldManager';
import type { RequestScope } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import { toRequestError } from '../requests/toRequestError';
import type { PromiseOperations } from '../service/PromiseOperations';
import type { OperationOptions } from '../service/RequestOperations';
import { requireNoOtherApplier } from './fieldOwners';
import { buildMetadataPatch } from './metadataPatch';

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

  async getManifest(
    promise: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<JsonObject> {
    const json = await this.scope.ask(`Promise ${promise}`, {
      method: 'GET',
      path: promisePath(promise),
      // As for orders: whoever may not read Promises on the cluster may still see them in the portal.
      identity: { type: 'portal' },
      signal,
    });
    return objectSchema.parse(json) as JsonObject;
  }

  async apply(
    manifest: JsonObject,
    options: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<KratixPromise> {
    const { name } = namedSchema.parse(manifest).metadata;
    const subject = `Promise ${name}`;
    const json = await this.scope.ask(subject, {
      method: 'PATCH',
      path: promisePath(name),
      query: {
        fieldManager: FIELD_MANAGER,
        ...(options.dryRun && { dryRun: 'All' }),
      },
      // The API server reads YAML here, of which JSON is a part.
      body: { contentType: 'application/apply-patch+yaml', json: manifest },
      signal: options.signal,
    });
    return requireParsed(parsePromise(json), subject);
  }

  private async relabel(
    name: string,
    operation: OperationName,
    options: OperationOptions & { readonly labels: Labels },
  ): Promise<KratixPromise> {
    const { uid, labels, note, signal } = options;
    const { by, nowMs } = this.stamp;
    const subject = `Promise ${name}`;
    const path = promisePath(name);
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
            throw new ConflictError(
              `${subject} is another one by now; look at it again`,
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

const objectSchema = z.record(z.string(), z.unknown());
const namedSchema = z.object({ metadata: z.object({ name: z.string() }) });

function promisePath(name: string): string {
  return resourcePath({
    group: 'platform.kratix.io',
    version: 'v1alpha1',
    plural: 'promises',
    name,
  });
}

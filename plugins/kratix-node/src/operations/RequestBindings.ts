import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  kratixLabels,
  parseResourceBinding,
  refuse,
  tell,
  wordingOf,
  type ResourceBinding,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readPage } from '../cluster/readPage';
import { resourcePath } from '../cluster/resourcePath';
import { writeUnlessOvertaken } from '../requests/changeUnlessMoved';
import type { RequestScope } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import { toRequestError } from '../requests/toRequestError';
import type { OperationTarget } from '../service/RequestOperations';
import { requireNoOtherApplier } from './fieldOwners';
import { buildMetadataPatch } from './metadataPatch';

/**
 * Which version of its Promise a request follows: its ResourceBinding, found by labels and not by name, as
 * Kratix does (kratix-domain 6).
 * @internal
 */
export class RequestBindings {
  constructor(private readonly scope: RequestScope) {}

  async get(
    target: OperationTarget,
    signal?: AbortSignal,
  ): Promise<ResourceBinding | undefined> {
    try {
      return (await this.find(target, signal))?.binding;
    } catch (error) {
      throw toRequestError(error, subjectOf(target));
    }
  }

  async setVersion(
    target: OperationTarget,
    change: {
      readonly version: string;
      readonly from?: string;
      /** Runs the workflow even where Kratix sees no difference. */
      readonly mustRun: (binding: ResourceBinding) => boolean;
      readonly annotations: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal;
    },
  ): Promise<ResourceBinding> {
    const { version, from, mustRun, annotations, signal } = change;
    const subject = subjectOf(target);
    try {
      const json = await writeUnlessOvertaken({
        look: async () => {
          const found = await this.find(target, signal);
          if (!found) {
            throw refuse(NotFoundError, tell('refusal.notBound', { subject }));
          }
          if (from !== undefined && found.binding.version !== from) {
            throw refuse(
              ConflictError,
              tell('refusal.followsByNow', {
                subject,
                version: found.binding.version,
              }),
            );
          }
          requireNoOtherApplier(found.json, {
            subject,
            fields: [['spec', 'version']],
          });
          return found.binding;
        },
        write: seen =>
          this.scope.send({
            method: 'PATCH',
            path: `${bindingsPath(target)}/${encodeURIComponent(seen.name)}`,
            signal,
            ...buildMetadataPatch(
              seen,
              {
                labels: mustRun(seen)
                  ? { [kratixLabels.manualReconciliation]: 'true' }
                  : {},
                annotations,
              },
              { spec: { version } },
            ),
          }),
      });
      return requireParsed(parseResourceBinding(json), subject);
    } catch (error) {
      throw toRequestError(error, subject);
    }
  }

  private async find(
    target: OperationTarget,
    signal?: AbortSignal,
  ): Promise<{ binding: ResourceBinding; json: unknown } | undefined> {
    const subject = subjectOf(target);
    const list = readPage(
      await this.scope.send({
        method: 'GET',
        path: bindingsPath(target),
        query: {
          labelSelector: `${kratixLabels.promiseName}=${target.promise},${kratixLabels.resourceName}=${target.name}`,
          limit: 2,
        },
        signal,
      }),
      'ResourceBindings',
    );
    const [json, second] = list.items;
    if (second !== undefined) {
      // Kratix itself stops there (internal/controller/dynamic_resource_request_controller.go `fetchResourceBinding`).
      throw refuse(
        ConflictError,
        tell('refusal.boundSeveralTimes', { subject }),
      );
    }
    return json === undefined
      ? undefined
      : { binding: requireParsed(parseResourceBinding(json), subject), json };
  }
}

function bindingsPath({ namespace }: OperationTarget): string {
  return resourcePath({
    group: 'platform.kratix.io',
    version: 'v1alpha1',
    plural: 'resourcebindings',
    namespace,
  });
}

function subjectOf({ promise, namespace, name }: OperationTarget): Wording {
  return wordingOf('refusal.versionOfRequest', {
    request: `${namespace}/${name}`,
    promise,
  });
}

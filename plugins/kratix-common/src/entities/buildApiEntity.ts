import type { ApiEntityV1alpha1 } from '@backstage/catalog-model';
import type { KratixPromise, Platform, PromiseApi } from '../model';
import { promiseEntityName } from '../names/entityNames';
import { entityAnnotations } from '../names/keys';
import { buildOpenApi } from './buildOpenApi';
import { locationAnnotations } from './locationAnnotations';

/**
 * The API of a Promise as an entity of its own, so that people can read every field and find who uses it.
 * It does not carry `kratix.io/type`: it describes the API and does not stand for the Promise.
 * @internal
 */
export function buildApiEntity(input: {
  readonly promise: KratixPromise;
  readonly api: PromiseApi;
  readonly platform: Platform;
  readonly title: string;
  readonly owner: string;
  readonly lifecycle: string;
}): ApiEntityV1alpha1 {
  const { promise, api, platform, title, owner, lifecycle } = input;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: promiseEntityName(promise.name),
      namespace: platform.catalogNamespace,
      title: `${title} API`,
      description: `${api.kind} of ${api.group}/${api.version}, as ${platform.title} serves it.`,
      annotations: {
        ...locationAnnotations(platform.name, ['promises', promise.name]),
        [entityAnnotations.platform]: platform.name,
        [entityAnnotations.promiseName]: promise.name,
        [entityAnnotations.apiName]: api.kind,
        [entityAnnotations.apiGroup]: api.group,
        [entityAnnotations.version]: api.version,
        [entityAnnotations.plural]: api.plural,
      },
      tags: ['kratix'],
    },
    spec: {
      type: 'openapi',
      lifecycle,
      owner,
      definition: buildOpenApi(promise.name, api, title),
    },
  };
}

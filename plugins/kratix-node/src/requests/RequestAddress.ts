import {
  refuse,
  tell,
  wordingOf,
  type PromiseApi,
  type RequestRef,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import { resourcePath } from '../cluster/resourcePath';

/** @internal */
export type RequestTarget = Omit<RequestRef, 'platform'>;

/**
 * Where one request is found on its API server.
 * @internal
 */
export class RequestAddress {
  readonly subject: Wording;
  readonly #parts: Omit<Parameters<typeof resourcePath>[0], 'name'>;

  constructor(
    private readonly target: RequestTarget,
    private readonly api: Pick<PromiseApi, 'group' | 'version' | 'plural'>,
  ) {
    const { group, version, plural } = api;
    const { namespace, name, promise } = target;
    this.#parts = { group, version, plural, namespace };
    this.subject = wordingOf('refusal.request', {
      request: `${namespace}/${name}`,
      promise,
    });
  }

  get promise(): string {
    return this.target.promise;
  }

  get path(): string {
    return resourcePath({ ...this.#parts, name: this.target.name });
  }

  get collectionPath(): string {
    return resourcePath(this.#parts);
  }

  /**
   * Tells "there is no such request" from "this API is not served", which are both 404: only the first names
   * an object (`details.name`, k8s.io/apimachinery pkg/api/errors `NewNotFound`).
   */
  explainNotFound(error: unknown): unknown {
    if (
      !(error instanceof KubernetesError) ||
      error.failure !== 'notFound' ||
      error.objectName !== undefined
    ) {
      return error;
    }
    const { plural, group } = this.api;
    return refuse(
      ServiceUnavailableError,
      tell('refusal.notServed', {
        subject: this.subject,
        api: `${plural}.${group}`,
      }),
    );
  }
}

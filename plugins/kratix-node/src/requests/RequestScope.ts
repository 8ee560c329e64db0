import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  findPromise,
  parsePromise,
  parseRevisionContent,
  refuse,
  tell,
  wordingOf,
  type KratixPromise,
  type Platform,
  type PlatformSnapshot,
  type PromiseApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  ClusterIdentity,
  KubernetesConnection,
  KubernetesRequest,
} from '../cluster/KubernetesConnection';
import { resourcePath } from '../cluster/resourcePath';
import { explainRefusal } from './explainRefusal';
import { RequestAddress, type RequestTarget } from './RequestAddress';
import { findApi } from './requireApi';
import { requireNamespace } from './requireNamespace';
import { requireParsed } from './requireParsed';
import type { Subject } from './Subject';
import { toRequestError } from './toRequestError';

// An API server gives admission webhooks up to 30 seconds.
const TIMEOUT_MS = 40_000;

/** @internal */
export interface RequestScopeOptions {
  readonly connection: KubernetesConnection;
  readonly identity: ClusterIdentity;
  readonly platform: Pick<Platform, 'title' | 'namespaces'>;
  readonly snapshot: () => PlatformSnapshot;
}

/**
 * One request as it is found on its API server.
 * @internal
 */
export interface LocatedRequest {
  readonly address: RequestAddress;
  readonly api: PromiseApi;
}

/**
 * One platform as one actor reaches it: where its requests are, and in whose name they are asked for.
 *
 * Promises are read by the portal itself, since ordering from one must not need the right to read it.
 * @internal
 */
export class RequestScope {
  constructor(private readonly options: RequestScopeOptions) {}

  async getPromise(name: string): Promise<KratixPromise> {
    const subject = `Promise ${name}`;
    const json = await this.ask(subject, {
      method: 'GET',
      path: resourcePath({
        group: 'platform.kratix.io',
        version: 'v1alpha1',
        plural: 'promises',
        name,
      }),
      identity: { type: 'portal' },
    });
    return requireParsed(parsePromise(json), subject);
  }

  async getRevision(promise: string, version: string): Promise<KratixPromise> {
    const subject = wordingOf('refusal.version', { version, promise });
    const json = await this.ask(subject, {
      method: 'GET',
      path: resourcePath({
        group: 'platform.kratix.io',
        version: 'v1alpha1',
        plural: 'promiserevisions',
        name: this.findRevisionName(promise, version, subject),
      }),
      identity: { type: 'portal' },
    });
    return requireParsed(parseRevisionContent(json), subject);
  }

  private findRevisionName(
    promise: string,
    version: string,
    subject: Subject,
  ): string {
    const { revisions } = this.options.snapshot();
    if (revisions.state === 'unknown') {
      throw refuse(
        ServiceUnavailableError,
        tell('refusal.revisionsUnknown', { subject }),
      );
    }
    const revision = revisions.items.find(
      item => item.promiseName === promise && item.version === version,
    );
    if (!revision) {
      throw refuse(NotFoundError, tell('refusal.revisionNotKept', { subject }));
    }
    return revision.name;
  }

  /** As last known, or else as the cluster has it. */
  async findPromise(promiseName: string): Promise<KratixPromise> {
    return (
      findPromise(this.options.snapshot(), promiseName) ??
      this.getPromise(promiseName)
    );
  }

  async find(target: RequestTarget): Promise<LocatedRequest> {
    const api = await findApi(target.promise, name => this.findPromise(name));
    return this.locate(target, api);
  }

  /** Every way to a request leads through here, so that none forgets the namespaces. */
  locate(target: RequestTarget, api: PromiseApi): LocatedRequest {
    requireNamespace(this.options.platform, target.namespace);
    return { address: new RequestAddress(target, api), api };
  }

  /** In the actor's name, unless another identity is given. Rejects with KubernetesError. */
  send(request: Omit<KubernetesRequest, 'timeoutMs'>): Promise<unknown> {
    return this.options.connection.requestJson({
      identity: this.options.identity,
      ...request,
      timeoutMs: TIMEOUT_MS,
    });
  }

  /** Like `send`, and rejects with Backstage's errors. What the portal may not read is not the actor's refusal. */
  ask(
    subject: Subject,
    request: Omit<KubernetesRequest, 'timeoutMs'>,
  ): Promise<unknown> {
    const answer = this.sendAbout(subject, request);
    return request.identity?.type === 'portal'
      ? explainRefusal(answer)
      : answer;
  }

  private async sendAbout(
    subject: Subject,
    request: Omit<KubernetesRequest, 'timeoutMs'>,
  ): Promise<unknown> {
    try {
      return await this.send(request);
    } catch (error) {
      throw toRequestError(error, subject);
    }
  }
}

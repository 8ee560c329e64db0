import type { Readable } from 'node:stream';
import { NotFoundError } from '@backstage/errors';
import {
  buildWorkflowRuns,
  parseWorkflowJob,
  parseWorkflowPod,
  readReconciliationIntervalMs,
  refuse,
  tell,
  type KratixPromise,
  type Parsed,
  type WorkflowPod,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import type { Listed } from '../cluster/listBounded';
import { resourcePath } from '../cluster/resourcePath';
import { requireNamespace } from '../requests/requireNamespace';
import { requireParsed } from '../requests/requireParsed';
import {
  RequestScope,
  type RequestScopeOptions,
} from '../requests/RequestScope';
import { toRequestError } from '../requests/toRequestError';
import type {
  LogChunk,
  LogOptions,
  WorkflowHistory,
  WorkflowReader,
  WorkflowTarget,
} from '../service/WorkflowReader';
import { findWorkflowOwner } from './findWorkflowOwner';
import { listWorkflowObjects } from './listWorkflowObjects';
import { openContainerLog } from './openContainerLog';
import { sayWhose } from './sayWhose';
import { toNoLog, whyNoLog } from './whyNoLog';
import {
  isOfWorkflow,
  toLabelSelector,
  toWorkflowAddress,
  type WorkflowAddress,
} from './WorkflowAddress';

/** Until a kubelet has answered: at once, unless it waits for the first line of a log that is followed. */
const LOG_TIMEOUT_MS = 15_000;
const FIRST_LINE_TIMEOUT_MS = 60 * 60_000;

/**
 * Workflows on one platform in the name of one actor.
 * @internal
 */
export class DefaultWorkflowReader implements WorkflowReader {
  readonly #scope: RequestScope;

  constructor(private readonly options: RequestScopeOptions) {
    this.#scope = new RequestScope(options);
  }

  async listRuns(
    target: WorkflowTarget,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<WorkflowHistory> {
    const promise = await this.#findPromise(target);
    const address = toWorkflowAddress(target, promise);
    const list = <T>(
      place: { group: string; plural: string },
      parse: (json: unknown) => Parsed<T>,
    ): Promise<Listed<T>> =>
      listWorkflowObjects(parse, query =>
        this.#scope.ask(sayWhose(target), {
          method: 'GET',
          path: resourcePath({
            ...place,
            version: 'v1',
            namespace: address.namespace,
          }),
          query: { labelSelector: toLabelSelector(address), ...query },
          signal,
        }),
      );
    const [jobs, pods] = await Promise.all([
      list({ group: 'batch', plural: 'jobs' }, parseWorkflowJob),
      list({ group: '', plural: 'pods' }, parseWorkflowPod),
    ]);
    const { workflows } = promise;
    const isRequest = target.type === 'request';
    return {
      isComplete: jobs.isComplete && pods.isComplete,
      runs: buildWorkflowRuns({
        jobs: jobs.items,
        pods: pods.items,
        declared: {
          configure: namesOf(
            isRequest
              ? workflows.resourceConfigure
              : workflows.promiseConfigure,
          ),
          delete: namesOf(
            isRequest ? workflows.resourceDelete : workflows.promiseDelete,
          ),
        },
        subject: findWorkflowOwner(target, this.options.snapshot()),
        intervalMs: readReconciliationIntervalMs(promise.annotations),
      }),
    };
  }

  async *streamLog(
    target: WorkflowTarget,
    options: LogOptions,
  ): AsyncGenerator<LogChunk, void, undefined> {
    const address = toWorkflowAddress(target, await this.#findPromise(target));
    const pod = await this.#findPod(target, address, options);
    if (!pod) {
      yield { type: 'unavailable', reason: 'podGone' };
      return;
    }
    const container = pod.containers.find(
      ({ name }) => name === options.container,
    );
    if (!container) {
      const { pod: name, container: missing } = options;
      throw refuse(
        NotFoundError,
        tell('refusal.noContainer', { pod: name, container: missing }),
      );
    }
    const reason = whyNoLog(pod, container, options.previous ?? false);
    if (reason) {
      yield reason;
      return;
    }
    yield* openContainerLog(
      signal => this.#open(target, address, { ...options, signal }),
      options.signal,
    );
  }

  async #findPromise(target: WorkflowTarget): Promise<KratixPromise> {
    if (target.type === 'request') {
      requireNamespace(this.options.platform, target.namespace);
    }
    return this.#scope.findPromise(target.promise);
  }

  /**
   * A Pod is only ever read when it carries the labels of what was asked for: whoever may see one request must
   * not read the log of any Pod beside it.
   */
  async #findPod(
    target: WorkflowTarget,
    { namespace, labels }: WorkflowAddress,
    { pod: name, signal }: LogOptions,
  ): Promise<WorkflowPod | undefined> {
    const path = resourcePath({
      group: '',
      version: 'v1',
      plural: 'pods',
      namespace,
      name,
    });
    try {
      const json = await this.#scope.send({ method: 'GET', path, signal });
      const pod = requireParsed(parseWorkflowPod(json), `Pod ${name}`);
      // Said like this so that nobody learns which Pods there are beside their own.
      return isOfWorkflow(pod, { namespace, labels }) ? pod : undefined;
    } catch (error) {
      if (error instanceof KubernetesError && error.failure === 'notFound') {
        return undefined;
      }
      throw toRequestError(error, sayWhose(target));
    }
  }

  async #open(
    target: WorkflowTarget,
    { namespace }: WorkflowAddress,
    options: LogOptions,
  ): Promise<Readable | LogChunk> {
    const { connection, identity } = this.options;
    const path = resourcePath({
      group: '',
      version: 'v1',
      plural: 'pods',
      namespace,
      name: options.pod,
    });
    try {
      return await connection.openStream({
        method: 'GET',
        path: `${path}/log`,
        query: {
          container: options.container,
          timestamps: 'true',
          follow: options.follow ? 'true' : undefined,
          previous: options.previous ? 'true' : undefined,
          sinceTime: options.sinceTime,
          tailLines: options.tailLines,
        },
        identity,
        timeoutMs: options.follow ? FIRST_LINE_TIMEOUT_MS : LOG_TIMEOUT_MS,
        signal: options.signal,
      });
    } catch (error) {
      return (
        toNoLog(error) ??
        Promise.reject(toRequestError(error, sayWhose(target)))
      );
    }
  }
}

function namesOf(pipelines: readonly { name: string }[]): string[] {
  return pipelines.map(({ name }) => name);
}

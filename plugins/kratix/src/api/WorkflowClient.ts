import { isError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  kratixWorkflowPaths,
  workflowRunsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson } from './exchangeJson';
import { readLogEvents } from './readLogEvents';
import { readProblem } from './readProblem';
import type { WorkflowApi } from './WorkflowApi';

/**
 * {@link WorkflowApi} over the Kratix backend plugin.
 * @public
 */
export class WorkflowClient implements WorkflowApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  fetchRuns: WorkflowApi['fetchRuns'] = (subject, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: kratixWorkflowPaths.runs(subject),
      schema: workflowRunsResponseSchema,
      signal: options?.signal,
    });

  openLog: WorkflowApi['openLog'] = async (subject, question, { signal }) => {
    const path = kratixWorkflowPaths.log(subject, question);
    try {
      const response = await this.#fetchApi.fetch(`plugin://kratix${path}`, {
        signal,
      });
      if (!response.ok || !response.body) {
        return { ok: false, problem: await readProblem(response) };
      }
      return { ok: true, value: readLogEvents(response.body) };
    } catch (error) {
      signal.throwIfAborted();
      const message = isError(error) ? error.message : String(error);
      return { ok: false, problem: { kind: 'noAnswer', message } };
    }
  };
}

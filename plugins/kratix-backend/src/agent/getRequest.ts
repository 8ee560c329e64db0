import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import {
  findPromise,
  describePhase,
  hideSecrets,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readRequest } from '../state/readRequest';
import type { AgentContext } from './AgentContext';

/**
 * Agent action `kratix:get-request`: how one request is doing, in words.
 * @internal
 */
export function registerGetRequest(
  registry: ActionsRegistryService,
  context: AgentContext,
): void {
  registry.register({
    name: 'get-request',
    title: 'Get a Kratix resource request',
    description:
      'Says where one resource request is on its way (phase, what it means, what to do next), what was asked for and what came out.',
    attributes: { readOnly: true, idempotent: true },
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Name of the platform'),
          promise: z.string().describe('Name of the Promise'),
          namespace: z.string().describe('Kubernetes namespace of the request'),
          name: z.string().describe('Name of the request'),
        }),
      output: z =>
        z.object({
          phase: z.string(),
          summary: z.string(),
          nextStep: z.string().optional(),
          message: z.string().optional(),
          requestedBy: z.string().optional(),
          promiseVersion: z.string().optional(),
          spec: z
            .record(z.unknown())
            .optional()
            .describe(
              'What was asked for, secrets hidden; absent while it is not known which of it is secret',
            ),
          outputs: z.record(z.unknown()),
          pipelines: z.array(
            z.object({
              name: z.string(),
              phase: z.string(),
              message: z.string().optional(),
            }),
          ),
          isStale: z
            .boolean()
            .describe(
              'Whether the platform does not answer now: this is the last known state',
            ),
        }),
    },
    action: async ({ input, credentials }) => {
      const response = await readRequest(input, credentials, context);
      const spec = findTellableSpec(response, context);
      return { output: { ...toAnswer(response, new Date()), spec } };
    },
  });
}

/** An agent passes on what it is told. What only the person may look at on the page is not for it. */
function findTellableSpec(
  { ref, spec }: RequestResponse,
  { kratix }: AgentContext,
): JsonObject | undefined {
  const promise = findPromise(kratix.snapshot(ref.platform), ref.promise);
  return promise?.api && hideSecrets(promise.api, spec as JsonObject);
}

function toAnswer(response: RequestResponse, now: Date) {
  const { report, freshness } = response;
  const { sentence, nextStep } = describePhase(report, { now });
  return {
    phase: report.phase,
    summary: sentence,
    nextStep,
    message: report.message,
    requestedBy: response.requestedBy,
    promiseVersion: response.promiseVersion,
    outputs: response.outputs,
    pipelines: (response.pipelines ?? []).map(({ name, phase, message }) => ({
      name,
      phase,
      message,
    })),
    isStale: freshness.state === 'stale',
  };
}

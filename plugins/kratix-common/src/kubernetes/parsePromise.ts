// Step 2 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-node/src/cluster/watch/watchCollection.ts
// Next: plugins/kratix-node/src/state/foldWatchEvents.ts
import { z } from 'zod';
import {
  findCondition,
  type Condition,
  type DestinationSelector,
  type KratixPromise,
  type Parsed,
  type Problem,
  type RequiredPromise,
  type RequiringPromise,
} from '../model';
import { kratixLabels } from '../names/keys';
import { parseIdentity } from './parseIdentity';
import {
  childObject,
  messageText,
  nonEmptyWord,
  readField,
  readList,
  selectorLabels,
  word,
} from './reading/readField';
import { readConditions } from './reading/readConditions';
import { readDependencies } from './readDependencies';
import { readPipelineStatuses } from './readPipelineStatuses';
import { readPromiseApi } from './readPromiseApi';
import { readPromiseWorkflows } from './readPromiseWorkflows';
import { readSkeDefaults } from './readSkeDefaults';

/**
 * Step 2 of 7: reads a Promise as the cluster holds it. `spec.dependencies` is never kept, only
 * how many they are and a hash. An API that
 * cannot be used leaves the Promise with `apiProblem`, so that its page can say why there is no form.
 * @public
 */
export function parsePromise(json: unknown): Parsed<KratixPromise> {
  const parsed = parseIdentity(json, {
    kind: 'Promise',
    group: 'platform.kratix.io',
    scope: 'Cluster',
  });
  if (!parsed.ok) {
    return parsed;
  }
  const { identity } = parsed.value;
  const spec = childObject(parsed.value.json, 'spec');
  const status = childObject(parsed.value.json, 'status');
  const problems: Problem[] = [...parsed.problems];
  const conditions = readConditions(status.conditions, problems);
  const version = identity.labels[kratixLabels.promiseVersion];
  const releaseName = identity.labels[kratixLabels.promiseReleaseName];
  const message = readField(
    messageText,
    status.message,
    'status.message',
    problems,
  );
  const workflowStatus = childObject(
    childObject(status, 'kratix'),
    'workflows',
  );
  return {
    ok: true,
    problems,
    value: {
      ...identity,
      ...(version && { version }),
      ...(releaseName && { releaseName }),
      isPaused: identity.labels[kratixLabels.paused] === 'true',
      ...readPromiseApi(spec.api),
      workflows: readPromiseWorkflows(spec.workflows, problems),
      ...readSkeDefaults(spec.workflows),
      requiredPromises: readRequiredPromises(spec, status, problems),
      requiredBy: readRequiredBy(status, problems),
      destinationSelectors: readSelectors(spec, problems),
      ...readDependencies(spec),
      availability: toAvailability(conditions, status.status),
      ...(message && { message }),
      conditions,
      pipelines: readPipelineStatuses(workflowStatus.pipelines, problems) ?? [],
    },
  };
}

const requiredPromiseSchema = z.object({
  name: nonEmptyWord,
  version: word.catch(''),
});

const requirementStateSchema = requiredPromiseSchema.extend({
  state: word.optional().catch(undefined),
});

function readRequiredPromises(
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
  problems: Problem[],
): RequiredPromise[] {
  const states = readList(
    requirementStateSchema,
    status.requiredPromises,
    'status.requiredPromises',
    problems,
  );
  return readList(
    requiredPromiseSchema,
    spec.requiredPromises,
    'spec.requiredPromises',
    problems,
  ).map(required => {
    const state = states.find(
      candidate =>
        candidate.name === required.name &&
        candidate.version === required.version,
    )?.state;
    return { ...required, ...(state && { state }) };
  });
}

const requiringPromiseSchema = z.object({
  promise: z.object({
    name: nonEmptyWord,
    version: word.optional().catch(undefined),
  }),
  requiredVersion: word.optional().catch(undefined),
});

function readRequiredBy(
  status: Record<string, unknown>,
  problems: Problem[],
): RequiringPromise[] {
  return readList(
    requiringPromiseSchema,
    status.requiredBy,
    'status.requiredBy',
    problems,
  ).map(({ promise, requiredVersion }) => ({
    name: promise.name,
    ...(promise.version && { version: promise.version }),
    ...(requiredVersion && { requiredVersion }),
  }));
}

const selectorSchema = z.object({ matchLabels: selectorLabels.catch({}) });

function readSelectors(
  spec: Record<string, unknown>,
  problems: Problem[],
): DestinationSelector[] {
  return readList(
    selectorSchema,
    spec.destinationSelectors,
    'spec.destinationSelectors',
    problems,
  );
}

/**
 * Condition `Available`, never `Reconciled`: a Promise without a configure workflow never gets the latter
 * (kratix-domain 1.1, "Portal readiness of a Promise").
 */
function toAvailability(
  conditions: readonly Condition[],
  statusWord: unknown,
): KratixPromise['availability'] {
  const available = findCondition(conditions, 'Available');
  if (available && available.status !== 'Unknown') {
    return available.status === 'True' ? 'available' : 'unavailable';
  }
  if (statusWord === 'Available') {
    return 'available';
  }
  return statusWord === 'Unavailable' ? 'unavailable' : 'notReported';
}

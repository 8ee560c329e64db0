import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  listSubjects,
  parseLabelSelector,
  planRollout,
  resolveVersion,
  type Platform,
  type RolloutPlan,
  type RolloutTarget,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestOperations } from '@kratix-portal/backstage-plugin-kratix-node';
import type { ActionServices } from '../ActionServices';
import type { WriteContext } from '../actions/WriteContext';
import { resolveActor } from '../actor/resolveActor';
import { choosePlatform } from '../platform/choosePlatform';
import { awaitSnapshot } from '../progress/awaitSnapshot';
import { DEFAULT_BATCH_SIZE, type RolloutInput } from './rolloutSchema';
import { judgeRights } from './judgeRights';

/** @internal */
export interface RolloutContext extends WriteContext {
  readonly input: RolloutInput;
}

/**
 * A rollout that is ready to begin.
 * @internal
 */
export interface Rollout {
  readonly platform: Platform;
  readonly promise: string;
  readonly target: RolloutTarget;
  readonly plan: RolloutPlan;
  /** Like `team-a/cache`: those that the person may not move. */
  readonly denied: readonly string[];
  readonly operations: RequestOperations;
}

/**
 * Decides who moves, from what is known of the platform now. Requests that the person may not see are not
 * there for them.
 * @internal
 */
export async function prepareRollout(
  ctx: RolloutContext,
  services: ActionServices,
): Promise<Rollout> {
  const { input } = ctx;
  const platform = choosePlatform(services.kratix, input.platform);
  const credentials = await ctx.getInitiatorCredentials();
  const actor = await resolveActor(credentials, platform, {
    ...services,
    secrets: ctx.secrets,
  });
  // A backend that has just started knows them in some moments.
  const facts = await awaitSnapshot(services.kratix, platform.name, {
    look: snapshot => listSubjects(snapshot, input.promise),
    timeoutMs: KNOWN_AFTER_MS,
    signal: ctx.signal,
  });
  if (!facts) {
    throw new ServiceUnavailableError(
      `The requests, versions and bindings of ${input.promise} on ${platform.title} are not known now; nothing was moved`,
    );
  }
  const rights = await judgeRights(services.permissions, {
    platform: platform.name,
    subjects: facts.subjects,
    credentials,
  });
  const resolved = resolveVersion(input.version, facts.revisions);
  if (resolved === undefined) {
    const known = facts.revisions.map(({ version }) => version).sort();
    throw new NotFoundError(
      `${platform.title} keeps no version ${input.version} of ${
        input.promise
      }; there is ${known.join(', ') || 'none'}`,
    );
  }
  const target = { version: input.version, resolved };
  const plan = planRollout(rights.allowed, {
    ...target,
    selection: { names: input.requests, labels: readLabels(input.labels) },
    batchSize: input.batchSize ?? DEFAULT_BATCH_SIZE,
  });
  return {
    platform,
    promise: input.promise,
    target,
    ...requireSomeAllowed(plan, rights.denied, input),
    operations: services.kratix.operations(platform.name, actor),
  };
}

const KNOWN_AFTER_MS = 10_000;

function readLabels(text: string | undefined) {
  if (!text) {
    return undefined;
  }
  const parsed = parseLabelSelector(text);
  if (!parsed.ok) {
    throw new InputError(
      `"${parsed.part}" is no label selector; allowed are a=b, a!=b, a and !a, joined by commas`,
    );
  }
  return parsed.selector;
}

/** Fail if any explicitly named request is missing or forbidden; never roll out a subset. */
function requireSomeAllowed(
  plan: RolloutPlan,
  denied: readonly string[],
  { requests }: RolloutInput,
): Pick<Rollout, 'plan' | 'denied'> {
  const refused = plan.missing.filter(name => denied.includes(name));
  if (refused.length > 0) {
    throw new NotAllowedError(
      `You may not choose the version of ${refused.join(
        ', ',
      )}: Backstage does not give you the permission kratix.request.set-version`,
    );
  }
  if (plan.missing.length > 0) {
    throw new NotFoundError(
      `There is no request ${plan.missing.join(', ')}; nothing was moved`,
    );
  }
  return { plan, denied: requests ? [] : denied };
}

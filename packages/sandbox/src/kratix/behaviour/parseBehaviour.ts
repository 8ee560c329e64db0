import { parse } from 'yaml';
import { z } from 'zod';
import { parseDuration } from '../text/duration';
import type { Behaviour } from './behaviour';
import { defaultBehaviour, sandboxPrefix } from './behaviour';
import { filesOf } from './behaviourFiles';
import { describeIssues } from './describeIssues';

/** @internal */
export interface BehaviourProblem {
  key: string;
  message: string;
}

/**
 * Reads the sandbox's annotations. A wrong one is left out and reported; the others still count.
 * @internal
 */
export function parseBehaviour(annotations: Readonly<Record<string, string>>): {
  behaviour: Behaviour;
  problems: readonly BehaviourProblem[];
} {
  const problems: BehaviourProblem[] = [];
  const behaviour = Object.entries(annotations)
    .filter(([key]) => key.startsWith(sandboxPrefix))
    .reduce<Behaviour>((sum, [key, text]) => {
      try {
        return {
          ...sum,
          ...readOne(sum, key.slice(sandboxPrefix.length), text),
        };
      } catch (error) {
        problems.push({ key, message: describe(error) });
        return sum;
      }
    }, defaultBehaviour);
  return { behaviour, problems };
}

// Written by the sandbox itself, or meant for Destinations and stores.
const elsewhere = ['applied-from', 'platform', 'fail-writes', 'not-ready'];

function readOne(
  sum: Behaviour,
  key: string,
  text: string,
): Partial<Behaviour> {
  const [name = '', ...rest] = key.split('.');
  const pipeline = rest.join('.');
  if (pipeline !== '' && name !== 'status' && name !== 'files') {
    throw new Error('is not known; only status and files take a pipeline');
  }
  switch (name) {
    case 'duration':
      return { durationsMs: durations.parse(yaml(text)) };
    case 'logs':
      return { logs: logs.parse(yaml(text)) };
    case 'status':
      return {
        statuses: { ...sum.statuses, [pipeline]: status.parse(yaml(text)) },
      };
    case 'files':
      return { files: { ...sum.files, [pipeline]: filesOf(yaml(text)) } };
    case 'destination-selectors':
      return { destinationSelectors: selectors.parse(yaml(text)) };
    case 'fail':
      return { fail: fail.parse(yaml(text)) };
    case 'suspend':
      return { control: suspend.parse(yaml(text)) };
    case 'retry-after':
      return { control: retry.parse(yaml(text)) };
    case 'health':
      return { health: health.parse(yaml(text)) };
    case 'placed-on':
      return { placedOn: destinationName.parse(text.trim()) };
    case 'settled':
      return { settledMs: settled.parse(text.trim()) };
    default:
      if (elsewhere.includes(name)) {
        return {};
      }
      throw new Error('is not known to the sandbox');
  }
}

function yaml(text: string): unknown {
  return parse(text) as unknown;
}

const duration = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const ms = parseDuration(String(value));
    if (ms === undefined) {
      context.addIssue({
        code: 'custom',
        message: `"${value}" is no duration such as 2s or 1m30s`,
      });
      return z.NEVER;
    }
    return ms;
  });

const durations = z.union([
  duration.transform(ms => ({ '*': ms } as Record<string, number>)),
  z.record(z.string(), duration),
]);

const lines = z.union([
  z.string().transform(text => text.replace(/\n$/, '').split('\n')),
  z.array(z.string()),
]);

const logs = z.union([
  lines.transform(said => ({ '*': said } as Record<string, string[]>)),
  z.record(z.string(), lines),
]);

const status = z
  .record(z.string(), z.unknown())
  .refine(value => !('kratix' in value), {
    message:
      "'kratix' is managed by Kratix and cannot be written by a workflow",
  });

const selectors = z.array(
  z.strictObject({
    matchLabels: z.record(z.string(), z.string()),
    directory: z.string().default('.'),
  }),
);

const count = z.number().int().min(1);
const countFromNone = z.number().int().min(0);

const fail = z.union([
  z.string().transform(step => {
    const [first = '', second] = step.split('/');
    return second === undefined
      ? { container: first, exitCode: 1 }
      : { pipeline: first, container: second, exitCode: 1 };
  }),
  z.strictObject({
    pipeline: z.string().optional(),
    container: z.string().optional(),
    attempts: count.optional(),
    runs: count.optional(),
    exitCode: z.number().int().min(1).max(255).default(1),
    message: z.string().optional(),
    waiting: z
      .enum(['ImagePullBackOff', 'ErrImagePull', 'CreateContainerConfigError'])
      .optional(),
  }),
]);

const suspend = z.union([
  z.string().transform(message => ({ message, times: 1 })),
  z.strictObject({
    pipeline: z.string().optional(),
    message: z.string().optional(),
    times: countFromNone.default(1),
  }),
]);

const retry = z.union([
  duration.transform(retryAfterMs => ({ retryAfterMs, times: 1 })),
  z
    .strictObject({
      pipeline: z.string().optional(),
      message: z.string().optional(),
      after: duration,
      times: countFromNone.default(1),
    })
    .transform(({ after, ...rest }) => ({ ...rest, retryAfterMs: after })),
]);

const state = z.enum(['unknown', 'ready', 'unhealthy', 'healthy', 'degraded']);

const health = z.union([
  state.transform(value => ({ state: value })),
  z.strictObject({
    state,
    details: z.record(z.string(), z.unknown()).optional(),
  }),
]);

const destinationName = z.string().min(1).max(253);

const settled = z.union([z.literal('true').transform(() => 0), duration]);

function describe(error: unknown): string {
  if (error instanceof z.ZodError) {
    return describeIssues(error.issues);
  }
  return error instanceof Error ? error.message : String(error);
}

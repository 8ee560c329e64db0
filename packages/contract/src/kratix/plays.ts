import { stringify } from 'yaml';

/**
 * What one pipeline does instead of its usual work. The image of the fixtures reads it from the request's
 * spec, or where the Promise says it from its own environment (fixtures/images/play); the sandbox is told the
 * same by annotations.
 * @internal
 */
export interface Play {
  readonly seconds?: number;
  readonly exitCode?: number;
  /** The message of a suspension, once. */
  readonly suspend?: string;
  /** A Go duration, once. */
  readonly retryAfter?: string;
}

/** The pipelines of a request. @internal */
export type Plays = Readonly<
  Partial<Record<'plan' | 'apply' | 'teardown', Play>>
>;

/** The pipelines of a Promise itself, besides those of its requests. @internal */
export type PromisePlays = Plays &
  Readonly<Partial<Record<'prepare' | 'withdraw', Play>>>;

/** The prefix of all that the sandbox reads, and a real platform does not. @internal */
export const SANDBOX_PREFIX = 'sandbox.kratix-portal.io/';

/** What the sandbox is to play, in its words (packages/sandbox/src/kratix/behaviour). @internal */
export function annotationsOf(plays: PromisePlays): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const [pipeline, play] of Object.entries(plays)) {
    const container = CONTAINERS[pipeline];
    if (play.exitCode) {
      annotations[`${SANDBOX_PREFIX}fail`] = stringify({
        pipeline,
        container,
        exitCode: play.exitCode,
      });
    }
    if (play.retryAfter) {
      annotations[`${SANDBOX_PREFIX}retry-after`] = stringify({
        pipeline,
        after: play.retryAfter,
        message: play.suspend ?? 'Not yet',
      });
    } else if (play.suspend) {
      annotations[`${SANDBOX_PREFIX}suspend`] = stringify({
        pipeline,
        message: play.suspend,
      });
    }
    if (play.suspend || play.retryAfter) {
      annotations[`${SANDBOX_PREFIX}status.${pipeline}`] = 'suspensions: 1';
    }
    if (play.seconds) {
      annotations[`${SANDBOX_PREFIX}duration`] = stringify({
        '*': '300ms',
        [`${pipeline}/${container}`]: `${play.seconds}s`,
      });
    }
  }
  return annotations;
}

const CONTAINERS: Readonly<Record<string, string>> = {
  plan: 'look',
  apply: 'write',
  teardown: 'remove',
  prepare: 'set-up',
  withdraw: 'clear',
};

import { stringify } from 'yaml';
import { groupOf } from './buildPromise';
import type { Manifest } from './Manifest';

/**
 * What one pipeline does instead of its usual work. The image of the fixtures reads it from the request's
 * spec (fixtures/images/play); the sandbox is told the same by annotations.
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

/** @internal */
export type Plays = Readonly<
  Partial<Record<'plan' | 'apply' | 'teardown', Play>>
>;

/** @internal */
export interface RequestVariant {
  readonly promise: string;
  readonly name: string;
  readonly namespace: string;
  readonly size?: 'small' | 'large';
  readonly environment?: string;
  readonly play?: Plays;
}

const PREFIX = 'sandbox.kratix-portal.io/';

/** A request that plays alike on both targets. @internal */
export function buildRequest(variant: RequestVariant): Manifest {
  return {
    apiVersion: `${groupOf(variant.promise)}/v1`,
    kind: 'App',
    metadata: {
      name: variant.name,
      namespace: variant.namespace,
      annotations: annotationsOf(variant.play ?? {}),
    },
    spec: {
      size: variant.size ?? 'small',
      environment: variant.environment ?? 'dev',
      ...(variant.play && { play: variant.play }),
    },
  };
}

/** What changes a request's play: null takes an annotation or a play away. @internal */
export function buildReplay(before: Plays, now: Plays): unknown {
  const gone = (value: object) =>
    Object.fromEntries(Object.keys(value).map(key => [key, null]));
  return {
    metadata: {
      annotations: { ...gone(annotationsOf(before)), ...annotationsOf(now) },
    },
    spec: { play: { ...gone(before), ...now } },
  };
}

/** What the sandbox is to play, in its words (packages/sandbox/src/kratix/behaviour). */
function annotationsOf(plays: Plays): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const [pipeline, play] of Object.entries(plays)) {
    const container = CONTAINERS[pipeline];
    if (play.exitCode) {
      annotations[`${PREFIX}fail`] = stringify({
        pipeline,
        container,
        exitCode: play.exitCode,
      });
    }
    if (play.retryAfter) {
      annotations[`${PREFIX}retry-after`] = stringify({
        pipeline,
        after: play.retryAfter,
        message: play.suspend ?? 'Not yet',
      });
    } else if (play.suspend) {
      annotations[`${PREFIX}suspend`] = stringify({
        pipeline,
        message: play.suspend,
      });
    }
    if (play.suspend || play.retryAfter) {
      annotations[`${PREFIX}status.${pipeline}`] = 'suspensions: 1';
    }
    if (play.seconds) {
      annotations[`${PREFIX}duration`] = stringify({
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
};

import { groupOf } from './buildPromise';
import type { Manifest } from './Manifest';
import { annotationsOf, type Plays } from './plays';

/** @internal */
export interface RequestVariant {
  readonly promise: string;
  readonly name: string;
  readonly namespace: string;
  readonly size?: 'small' | 'large';
  readonly environment?: string;
  readonly play?: Plays;
}

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

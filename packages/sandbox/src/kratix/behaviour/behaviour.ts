import type { Json } from '../json/read';

/** Everything the sandbox reads carries this prefix; real Kratix ignores it. @public */
export const sandboxPrefix = 'sandbox.kratix-portal.io/';

/**
 * How the workflow of a Promise plays out in the sandbox, where a real one would run containers.
 * A step is `container`, `pipeline/container` or `*`; a pipeline of `''` means the usual one.
 * @internal
 */
export interface Behaviour {
  durationsMs: Readonly<Record<string, number>>;
  logs: Readonly<Record<string, readonly string[]>>;
  /** What a pipeline leaves in `/kratix/metadata/status.yaml`; `''` is the last configure pipeline. */
  statuses: Readonly<Record<string, Json>>;
  /** What a pipeline leaves in `/kratix/output`; `''` is the first configure pipeline. */
  files: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the pipelines leave in `/kratix/metadata/destination-selectors.yaml`. */
  destinationSelectors: readonly DirectorySelector[];
  fail?: FailRule;
  /** What a pipeline leaves in `/kratix/metadata/workflow-control.yaml`. */
  control?: ControlRule;
  health?: HealthRule;
  /** The Destination that a new Work is on, whatever its labels. */
  placedOn?: string;
  /** The first run is over at once and looks this old. */
  settledMs?: number;
}

/** @internal */
export interface DirectorySelector {
  directory: string;
  matchLabels: Readonly<Record<string, string>>;
}

/** @internal */
export interface FailRule {
  pipeline?: string;
  container?: string;
  /** How many attempts in each Job fail; all when absent. */
  attempts?: number;
  /** How many Jobs for the same spec fail; all when absent. */
  runs?: number;
  exitCode: number;
  message?: string;
  /** The container never starts and waits for this reason, e.g. ImagePullBackOff. */
  waiting?: string;
}

/** @internal */
export interface ControlRule {
  pipeline?: string;
  message?: string;
  /** Present for a retry; absent for a suspension that a person ends. */
  retryAfterMs?: number;
  /** How many Jobs for the same spec suspend. */
  times: number;
}

/** @internal */
export interface HealthRule {
  state: 'unknown' | 'ready' | 'unhealthy' | 'healthy' | 'degraded';
  details?: Json;
}

/** Nothing said: the sandbox does something sensible. @internal */
export const defaultBehaviour: Behaviour = {
  durationsMs: {},
  logs: {},
  statuses: {},
  files: {},
  destinationSelectors: [],
};

/** What is said about a step: the most exact key wins. @internal */
export function ofStep<T>(
  said: Readonly<Record<string, T>>,
  pipeline: string,
  container: string,
): T | undefined {
  return said[`${pipeline}/${container}`] ?? said[container] ?? said['*'];
}

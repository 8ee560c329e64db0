import type {
  LogLine,
  PromiseRef,
  RequestRef,
  WorkflowRun,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Reads how workflows run, straight from the cluster: nothing of this is watched, so ask seldom.
 *
 * Errors are Backstage's: NotAllowedError where the platform does not let the actor read, NotFoundError where
 * what is asked for does not belong to the subject, ServiceUnavailableError.
 * @public
 */
export interface WorkflowReader {
  /** The runs that are still remembered, newest first; none for something that does not exist. */
  listRuns(
    subject: WorkflowTarget,
    options?: { readonly signal?: AbortSignal },
  ): Promise<WorkflowHistory>;
  /**
   * The log of one container, in order and in chunks of bounded size. The next chunk is read when it is asked
   * for. The first chunk may hold no lines: the log is there, and its container has printed nothing yet. Throws
   * before the first chunk, or never: a stream that breaks ends with `interrupted`.
   */
  streamLog(
    subject: WorkflowTarget,
    options: LogOptions,
  ): AsyncGenerator<LogChunk, void, undefined>;
}

/**
 * Whose workflow is meant, on the platform of the reader.
 * @public
 */
export type WorkflowTarget =
  | ({ readonly type: 'request' } & Omit<RequestRef, 'platform'>)
  | ({ readonly type: 'promise' } & Omit<PromiseRef, 'platform'>);

/**
 * What is known of the runs of one workflow.
 * @public
 */
export interface WorkflowHistory {
  /** Newest first. */
  readonly runs: readonly WorkflowRun[];
  /** False when there is more, or something that could not be understood. */
  readonly isComplete: boolean;
}

/**
 * Which part of which log.
 * @public
 */
export interface LogOptions {
  readonly pod: string;
  readonly container: string;
  /** The attempt before, of a container that was started again. */
  readonly previous?: boolean;
  /** RFC 3339; lines of exactly this time are among the answer. */
  readonly sinceTime?: string;
  readonly tailLines?: number;
  /** Goes on until the container ends. */
  readonly follow?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * A part of a log. After `unavailable` and `end` nothing follows.
 * @public
 */
export type LogChunk =
  | { readonly type: 'lines'; readonly lines: readonly LogLine[] }
  | {
      readonly type: 'unavailable';
      /** `podGone`: its Pod was removed. `image`: it waits for its image. `removed`: the log was rotated away. */
      readonly reason:
        | 'podGone'
        | 'notStarted'
        | 'noPrevious'
        | 'image'
        | 'removed';
      readonly message?: string;
    }
  | {
      readonly type: 'end';
      /** `limit`: it is longer than one stream may be. */
      readonly reason: 'finished' | 'limit' | 'interrupted';
    };

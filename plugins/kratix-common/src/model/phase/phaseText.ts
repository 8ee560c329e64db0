import type { Tone } from './phase';

/**
 * A phase in words a developer knows: the first line of a request's page, a table's cell, a task log.
 * @public
 */
export interface PhaseText {
  readonly word: string;
  readonly tone: Tone;
  /** One sentence that says where it is and, where something is wrong, why. May hold cluster text: escape. */
  readonly sentence: string;
  /** What to do now, for a person; absent when there is nothing to do. */
  readonly nextStep?: string;
  /** What the portal may offer for it, most useful first. Whether the person may do it is not decided here. */
  readonly actions: readonly PhaseAction[];
}

/**
 * Things a page can offer beside a phase. A closed set, so that pages switch over it exhaustively.
 * @public
 */
export type PhaseAction =
  | 'showPromise'
  | 'showLog'
  | 'rerun'
  | 'resume'
  | 'retryNow'
  | 'showDestinations'
  | 'showDelivery'
  | 'showHealth';

/**
 * What the words need beside the report.
 * @public
 */
export interface PhaseTextContext {
  /** Now; durations are left out without it. */
  readonly now?: Date;
  /** What people call the service; "the service" without it. */
  readonly promiseTitle?: string;
  /** The version an upgrade goes to. */
  readonly targetVersion?: string;
  /** How to write a time of day; without it UTC, as `10:10 UTC`. */
  readonly formatTime?: (iso: string) => string;
}

/** What somebody says to a Promise or to a request of it. @internal */
export interface Verdict {
  readonly isTaken: boolean;
  /** Why not, as `field: message`, in no order. */
  readonly causes: readonly string[];
  /** What the API server makes of it; nobody else says. */
  readonly spec?: unknown;
}

/** Verdicts by what they are about: `promise`, or what a request is called. @internal */
export type Verdicts = ReadonlyMap<string, Verdict>;

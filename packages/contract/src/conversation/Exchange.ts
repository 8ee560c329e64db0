/**
 * One request and the answer that a real API server gave, as recorded.
 *
 * In answers `<uid>`, `<version>`, `<time>`, `<continue>` and `<any>` stand for what differs from run to
 * run (`normalise`); in requests `{name}` stands for a value that an earlier answer gave (`capture`).
 *
 * @public
 */
export interface Exchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** A string is sent as it is, anything else as JSON. */
    readonly body?: unknown;
  };
  readonly response: ExpectedAnswer;
  /** Values to keep for later requests: name → dotted path in the answer's body. */
  readonly capture?: Readonly<Record<string, string>>;
  /** The API server needs a moment for this one: ask again for a few seconds. */
  readonly eventually?: boolean;
}

/** @public */
export interface ExpectedAnswer {
  readonly status: number;
  readonly warning?: string;
  readonly body?: unknown;
  readonly text?: string;
  /** Of a watch: every event until the server ends it. */
  readonly events?: readonly unknown[];
}

/** @public */
export interface Conversation {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
}

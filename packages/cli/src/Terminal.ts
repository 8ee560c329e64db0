/**
 * The part of `process` that the commands use.
 * @public
 */
export interface Terminal {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: {
    write(text: string): unknown;
    /** How wide it is; absent where it is no terminal (a pipe, a file). */
    readonly columns?: number;
  };
  readonly stderr: { write(text: string): unknown };
}

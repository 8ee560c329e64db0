/** How a write is to be done; the query parameters of a request, in our words. @internal */
export interface WriteRequest {
  readonly subresource?: 'status';
  readonly fieldManager: string;
  /** Absent for what the sandbox writes itself. */
  readonly username?: string;
  readonly dryRun: boolean;
  readonly fieldValidation: 'Strict' | 'Warn' | 'Ignore';
  /** What the API server repeats when it refuses a patch's unknown fields: the patch, or what it makes of the object. */
  readonly patchText?: string | ((patched: unknown) => string);
  /** Keys that the body says twice, which are reported like unknown ones. */
  readonly duplicates?: readonly string[];
  /** Server-side apply has worked out ownership itself. */
  readonly managesFields?: boolean;
  /** Only patch and in-process writes may leave out `resourceVersion`. */
  readonly isUnconditional?: boolean;
  /** Only in-process writes may make an object look older than it is. */
  readonly createdAt?: string;
  warn(message: string): void;
}

/** @internal */
export interface DeleteRequest {
  readonly dryRun?: boolean;
  readonly propagationPolicy?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  /** Absent for what the sandbox removes itself. */
  readonly username?: string;
  readonly warn?: (message: string) => void;
}

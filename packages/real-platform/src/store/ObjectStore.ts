/**
 * A file that the store holds.
 *
 * @public
 */
export interface StoredObject {
  bucket: string;
  key: string;
  content: Buffer;
  etag: string;
  writtenAt: Date;
}

/**
 * Looks into the store that Kratix writes to, and breaks it on purpose.
 *
 * @public
 */
export interface ObjectStoreControls {
  /** Where it listens, as `host:port`. */
  readonly endpoint: string;
  /** While true, every request is refused with `AccessDenied`. */
  fail(isFailing: boolean): void;
  /** The files of one bucket, by key. */
  objects(bucket: string): StoredObject[];
}

/**
 * The keys of a store and what they hold, in memory: a platform of the real rig
 * does not outlive its run.
 *
 * @internal
 */
export interface ObjectStore {
  readonly buckets: ReadonlyMap<string, Map<string, StoredObject>>;
  /** Those whose objects nobody may write. */
  readonly readOnly: ReadonlySet<string>;
  readonly uploads: Set<string>;
}

/**
 * Where to look for programs, and where to put what must be built.
 *
 * @internal
 */
export interface FindOptions {
  env: NodeJS.ProcessEnv;
  /** The package's own `go` folder, with one pinned module per program set. */
  goFolder: string;
  cacheFolder: string;
  building: 'allowed' | 'never';
  report: (sentence: string) => void;
}

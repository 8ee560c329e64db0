/**
 * Which Kratix will do. `wanted`: the one that `KRATIX_VERSION` names, else the
 * pinned one. `pinned`: no other. `any`: as `wanted`, and the last release before
 * the pinned one where that cannot be had.
 *
 * @public
 */
export type KratixChoice = 'wanted' | 'pinned' | 'any';

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
  kratix: KratixChoice;
  report: (sentence: string) => void;
}

/**
 * How the sandbox plays Kratix. Everything has a default.
 * @public
 */
export interface KratixOptions {
  /** Kratix's types without its controllers: every object stays as it is written. */
  still?: boolean;
  /** Decides every choice that Kratix leaves to chance: names, Destinations, durations. */
  seed?: string;
  /** Kratix's `featureFlags.dryRun`. On by default, unlike Kratix, so that previews can be tried. */
  dryRun?: boolean;
  /** Kratix's `workflows.jobOptions.defaultBackoffLimit`. 2 by default, where Kubernetes has 6. */
  jobBackoffLimit?: number;
  /** The first pause before a failed container starts again, doubling. 2 s, where Kubernetes has 10 s. */
  crashBackoffMs?: number;
  /** Kratix's `reconciliationInterval`. */
  reconciliationIntervalMs?: number;
  /** How long a state store takes to take a write. */
  writeMs?: number;
  /** Told once per failure of the player itself; never about what an author wrote. */
  onProblem?: (problem: KratixProblem) => void;
}

/** @public */
export interface KratixProblem {
  /** The controller. */
  controller: string;
  /** What it was working on. */
  key: string;
  error: unknown;
}

/** @internal */
export interface KratixSettings {
  seed: string;
  dryRun: boolean;
  jobBackoffLimit: number;
  crashBackoffMs: number;
  reconciliationIntervalMs: number;
  writeMs: number;
  onProblem: (problem: KratixProblem) => void;
}

/** @internal */
export function readSettings(options: KratixOptions): KratixSettings {
  return {
    seed: options.seed ?? 'kratix-portal',
    dryRun: options.dryRun ?? true,
    jobBackoffLimit: options.jobBackoffLimit ?? 2,
    crashBackoffMs: options.crashBackoffMs ?? 2_000,
    reconciliationIntervalMs: options.reconciliationIntervalMs ?? 36_000_000,
    writeMs: options.writeMs ?? 400,
    onProblem: options.onProblem ?? (() => {}),
  };
}

/** How many Jobs of each pipeline Kratix keeps (its `numberOfJobsToKeep`). @internal */
export const jobsToKeep = 5;

/** Kratix's requeue times (internal/controller/promise_controller.go). @internal */
export const requeueMs = { fast: 5_000, normal: 15_000, slow: 60_000 } as const;

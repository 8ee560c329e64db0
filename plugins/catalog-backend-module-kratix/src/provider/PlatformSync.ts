import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import {
  tell,
  type CatalogProblemCode,
  type ObjectProblem,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixCatalogConfig,
  KratixEntityTransformer,
  KratixService,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { SyncMetrics } from '../metrics/SyncMetrics';
import type { EntityPlan } from '../plan/EntityPlan';
import { foldBaseline, foldSent } from '../plan/mutation/foldSent';
import { EntityPlanner } from '../plan/EntityPlanner';
import type { Mutation } from '../plan/mutation/Mutation';
import { planMutation } from '../plan/mutation/planMutation';
import { nothingSent, type SentState } from '../plan/mutation/SentEntity';
import type { Baseline } from './fetchBaseline';
import { EntityChecker } from './EntityChecker';
import type { SyncOutcome, Want } from './SyncLoop';
import { SyncReporter } from './SyncReporter';
import { toProviderMutation } from './toProviderMutation';

/**
 * Makes the catalog agree with what is known of one platform: plan, check, compare with what was sent,
 * send. Holds what was sent, and nothing else.
 * @internal
 */
export class PlatformSync {
  private readonly planner: EntityPlanner;
  private readonly checker = new EntityChecker();
  private readonly reporter: SyncReporter;
  private sent: SentState = nothingSent;
  private problems: readonly ObjectProblem[] = [];
  /** Removals that the brake holds back. */
  private refused = 0;

  constructor(private readonly options: PlatformSyncOptions) {
    this.planner = new EntityPlanner(options);
    this.reporter = new SyncReporter(options.logger, options.platform.name);
  }

  /** What the catalog holds from earlier processes; until then, no full mutation is sent. */
  acceptBaseline({ entities, names }: Baseline): void {
    this.sent = foldBaseline(this.sent, entities);
    this.planner.acceptNames(names);
  }

  async sync(want: Want): Promise<SyncOutcome> {
    const { now, kratix, platform, config, connection } = this.options;
    const startedMs = now();
    const snapshot = kratix.snapshot(platform.name);
    const plan = await this.checker.check(
      this.planner.plan(snapshot, startedMs),
    );
    const mutation = planMutation(plan, this.sent, {
      want,
      removalBrake: config.removalBrake,
      nowMs: startedMs,
      phaseHoldMs: PHASE_HOLD_MS,
    });
    if (mutation.type !== 'skip') {
      await connection.applyMutation(
        toProviderMutation(mutation, this.options.locationKey),
      );
    }
    this.sent = foldSent(this.sent, plan, mutation, startedMs);

    const durationMs = now() - startedMs;
    this.options.metrics?.record(platform.name, mutation, durationMs);
    this.reporter.reportMutation(mutation, want, durationMs);
    this.refused = mutation.numbers.refused;
    this.problems = problemsIn(plan);
    this.reporter.reportProblems(this.problems);
    return this.toOutcome(mutation);
  }

  /** What is not in the catalog as it should be, by the last plan. */
  findProblems(): ObjectProblem[] {
    const { name } = this.options.platform;
    const held = this.refused > 0 ? [toHeldProblem(name, this.refused)] : [];
    return [...held, ...this.problems, ...this.planner.findLosses()];
  }

  private toOutcome({ type, wakeAtMs }: Mutation): SyncOutcome {
    return {
      isFullSent: type === 'full',
      ...(wakeAtMs !== undefined && {
        againInMs: Math.max(0, wakeAtMs - this.options.now()),
      }),
    };
  }
}

function problemsIn({ slices }: EntityPlan): ObjectProblem[] {
  return [...slices.values()].flatMap(slice =>
    slice.state === 'known' ? slice.problems : [],
  );
}

function toHeldProblem(platform: string, count: number): ObjectProblem {
  return {
    code: 'removals-refused' satisfies CatalogProblemCode,
    ...tell('problem.removalsRefused', { count }),
    platform,
    kind: 'Platform',
    name: platform,
  };
}

/** @internal */
export interface PlatformSyncOptions {
  readonly platform: Platform;
  readonly config: KratixCatalogConfig;
  readonly connection: EntityProviderConnection;
  readonly locationKey: string;
  readonly metrics?: SyncMetrics;
  readonly transformers?: readonly KratixEntityTransformer[];
  readonly kratix: KratixService;
  readonly logger: LoggerService;
  now(): number;
}

/** `Work.Ready` flaps for as long as a write keeps failing (kratix-domain 2.5). */
const PHASE_HOLD_MS = 2_000;

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Mutation, MutationReason } from '../plan/mutation/Mutation';
import type { Want } from './SyncLoop';

/**
 * Tells operators what was sent: one line for each mutation, and each problem once.
 * @internal
 */
export class SyncReporter {
  private lastTrouble: string | undefined;
  private reportedProblems: ReadonlySet<string> = new Set();

  constructor(
    private readonly logger: LoggerService,
    private readonly platform: string,
  ) {}

  reportMutation(mutation: Mutation, want: Want, durationMs: number): void {
    this.reportTrouble(mutation, want);
    if (mutation.type === 'skip') {
      return;
    }
    const { unknownSlices, staleSlices, ...counts } = mutation.numbers;
    const meta = {
      platform: this.platform,
      mutation: mutation.type,
      ...counts,
      unknown: unknownSlices.length,
      stale: staleSlices.length,
      durationMs,
    };
    const message = `Sent ${mutation.type} mutation: ${counts.added} added, ${counts.changed} changed, ${counts.removed} removed, ${counts.planned} in all`;
    // A change of a phase is an everyday thing; what comes and goes is what an operator looks for.
    if (counts.added + counts.removed > 0) {
      this.logger.info(message, meta);
    } else {
      this.logger.debug(message, meta);
    }
  }

  reportProblems(problems: readonly ObjectProblem[]): void {
    const current = new Map(
      problems.map(problem => [keyOf(problem), problem] as const),
    );
    const news = [...current].filter(
      ([key]) => !this.reportedProblems.has(key),
    );
    for (const [, problem] of news.slice(0, MOST_AT_ONCE)) {
      // Sentences may quote the cluster, or what the catalog says of a value; a log never does.
      this.logger.warn('An object is shown incompletely in the catalog', {
        platform: this.platform,
        code: problem.code,
        kind: problem.kind,
        name: problem.name,
        ...(problem.namespace && { namespace: problem.namespace }),
        ...(problem.path && { path: problem.path }),
      });
    }
    if (news.length > MOST_AT_ONCE) {
      const objects = news.length - MOST_AT_ONCE;
      this.logger.warn(`... and ${objects} more objects with problems`, {
        platform: this.platform,
        objects,
      });
    }
    this.reportedProblems = new Set(current.keys());
  }

  private reportTrouble({ reason, numbers }: Mutation, want: Want): void {
    // While everything starts, collections become known one after the other; that is no trouble yet.
    if (reason.startsWith('full-withheld') && want !== 'heal') {
      return;
    }
    const key = `${reason} ${numbers.refused}`;
    const trouble = describeTrouble(reason, numbers);
    if (trouble && key !== this.lastTrouble) {
      const { unknownSlices, staleSlices, ...counts } = numbers;
      this.logger.warn(trouble, {
        platform: this.platform,
        ...counts,
        unknown: unknownSlices.length,
        stale: staleSlices.length,
      });
      this.lastTrouble = key;
    }
    // Only a full mutation proves that there is no trouble any more.
    if (reason === 'periodic') {
      this.lastTrouble = undefined;
    }
  }
}

/** A transformer that breaks may break thousands at once. */
const MOST_AT_ONCE = 50;

function describeTrouble(
  reason: MutationReason,
  { refused, planned, unknownSlices, staleSlices }: Mutation['numbers'],
): string | undefined {
  switch (reason) {
    case 'removals-refused':
      return `Refused to remove ${refused} entities at once with ${planned} left. If they are really gone, set kratix.catalog.removalBrake to 1 until they are removed`;
    case 'full-withheld-unknown':
      return `Some collections are not known yet, so what is gone from them stays: ${unknownSlices.join(
        ', ',
      )}`;
    case 'full-withheld-stale':
      return `Some collections are not confirmed by the cluster now, so what is known of them is not sent again: ${staleSlices.join(
        ', ',
      )}`;
    default:
      return undefined;
  }
}

function keyOf({
  code,
  kind,
  namespace,
  name,
  message,
}: ObjectProblem): string {
  return [code, kind, namespace, name, message].join('\n');
}

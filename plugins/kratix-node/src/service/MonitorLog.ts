import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ObjectProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesError } from '../cluster/failures/KubernetesError';
import type { WatchHealth } from './KratixService';

/**
 * What an operator reads of one platform: each change of state once, never what is in the objects.
 * @internal
 */
export class MonitorLog {
  readonly #logger: LoggerService;
  readonly #platform: string;
  readonly #troubles = new Map<string, string>();

  constructor(logger: LoggerService, platform: string) {
    this.#logger = logger;
    this.#platform = platform;
  }

  transition(error: KubernetesError | undefined): void {
    const platform = this.#platform;
    if (error) {
      this.#logger.warn('No connection to the Kratix platform, retrying', {
        platform,
        failure: error.failure,
        reason: error.message,
      });
    } else {
      this.#logger.info('Connection to the Kratix platform is back', {
        platform,
      });
    }
  }

  /** Says what a single watch lacks; what all of them lack is said by `transition`. */
  watches(watches: readonly WatchHealth[]): void {
    const troubles = new Map(
      watches.flatMap(watch =>
        isOwnTrouble(watch) ? [[keyOf(watch), watch]] : [],
      ),
    );
    for (const [key, watch] of troubles) {
      const reason = watch.problem?.reason ?? '';
      if (this.#troubles.get(key) !== reason) {
        this.#troubles.set(key, reason);
        this.#logger.warn(adviceFor(watch), {
          platform: this.#platform,
          collection: watch.collection,
          ...(watch.promise && { promise: watch.promise }),
          reason: watch.problem?.message ?? '',
        });
      }
    }
    for (const key of [...this.#troubles.keys()]) {
      if (!troubles.has(key)) {
        this.#troubles.delete(key);
      }
    }
  }

  problems(problems: readonly ObjectProblem[]): void {
    for (const problem of problems) {
      this.#logger.warn('An object of the Kratix platform has a problem', {
        platform: problem.platform,
        object: [problem.kind, problem.namespace, problem.name]
          .filter(Boolean)
          .join('/'),
        code: problem.code,
        ...(problem.path && { path: problem.path }),
      });
    }
  }

  crash(error: unknown, kind: string): void {
    this.#logger.error('Watching a collection stopped unexpectedly', {
      platform: this.#platform,
      kind,
      error: describe(error),
    });
  }

  flushFailed(error: unknown): void {
    this.#logger.error(
      'What was watched could not be taken over; the next change is tried again',
      { platform: this.#platform, error: describe(error) },
    );
  }
}

function isOwnTrouble(watch: WatchHealth): boolean {
  const reason = watch.problem?.reason;
  return (
    reason === 'forbidden' ||
    reason === 'invalidResponse' ||
    (reason === 'notInstalled' &&
      watch.collection === 'promises.platform.kratix.io')
  );
}

function adviceFor(watch: WatchHealth): string {
  switch (watch.problem?.reason) {
    case 'forbidden':
      return 'A collection of the Kratix platform may not be read; allow the portal to list and watch it';
    case 'notInstalled':
      return 'Kratix is not installed on the platform; looking again every minute';
    default:
      return 'A collection of the Kratix platform cannot be read';
  }
}

function keyOf(watch: WatchHealth): string {
  return `${watch.collection} ${watch.promise ?? ''}`;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : 'unknown';
}

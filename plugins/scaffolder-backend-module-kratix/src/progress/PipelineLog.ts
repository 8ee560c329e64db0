import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import {
  findFailingStep,
  type RequestRef,
  type WorkflowRun,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WorkflowReader } from '@kratix-portal/backstage-plugin-kratix-node';
import { LineBudget } from './LineBudget';

/** How often is looked whether a container has started that nobody reads yet. */
const STEP_MS = 2_000;
/** Of all containers together; the page of the request has the whole of them. */
const MOST_LINES = 400;
const LAST_LINES = 20;

/**
 * Writes what the containers of a request's running pipelines print into the log of a task, in bounded
 * volume. Logs are an extra: what goes wrong with them costs neither the order nor the waiting.
 * @internal
 */
export class PipelineLog {
  readonly #reader: WorkflowReader;
  readonly #ref: RequestRef;
  readonly #logger: LoggerService;
  readonly #stepMs: number;
  readonly #budget: LineBudget;
  readonly #read = new Set<string>();

  constructor(options: {
    readonly reader: WorkflowReader;
    readonly ref: RequestRef;
    readonly logger: LoggerService;
    readonly stepMs?: number;
    readonly mostLines?: number;
  }) {
    this.#reader = options.reader;
    this.#ref = options.ref;
    this.#logger = options.logger;
    this.#stepMs = options.stepMs ?? STEP_MS;
    this.#budget = new LineBudget(options.mostLines ?? MOST_LINES);
  }

  /** Reads until it is aborted. */
  async follow(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && !this.#budget.isSpent) {
        await this.#readNew(signal);
        await delay(this.#stepMs, undefined, { signal });
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#logger.debug(
          `The logs of the pipelines cannot be read: ${toError(error).message}`,
        );
      }
    }
  }

  /** The last lines of the container that failed; empty where it is not known, or they are gone. */
  async lastLines(): Promise<string[]> {
    const signal = AbortSignal.timeout(10_000);
    try {
      const { run } = await this.#latest(signal);
      const failing = run && findFailingStep(run);
      if (!failing?.pod) {
        return [];
      }
      const { pipeline, pod, step } = failing;
      const lines: string[] = [];
      for await (const chunk of this.#reader.streamLog(this.#subject, {
        pod,
        container: step.name,
        previous: step.log !== 'available' && step.hasPreviousLog,
        tailLines: LAST_LINES,
        signal,
      })) {
        if (chunk.type === 'lines') {
          lines.push(...chunk.lines.map(({ text }) => text));
        }
      }
      return lines.length > 0
        ? [
            `Last lines of ${pipeline}/${step.name}:`,
            ...lines.slice(-LAST_LINES).map(text => `  ${text}`),
          ]
        : [];
    } catch (error) {
      if (!isError(error)) {
        throw error;
      }
      this.#logger.debug(`Its log cannot be read: ${error.message}`);
      return [];
    }
  }

  get #subject() {
    return { type: 'request', ...this.#ref } as const;
  }

  async #latest(signal: AbortSignal): Promise<{ run?: WorkflowRun }> {
    const { runs } = await this.#reader.listRuns(this.#subject, { signal });
    return { run: runs[0] };
  }

  async #readNew(signal: AbortSignal): Promise<void> {
    const { run } = await this.#latest(signal);
    for (const { pipeline, pod, container } of run ? readable(run) : []) {
      const key = `${pod}/${container}`;
      if (!this.#read.has(key) && !this.#budget.isSpent) {
        this.#read.add(key);
        await this.#readOne({ pipeline, pod, container }, signal);
      }
    }
  }

  async #readOne(
    { pipeline, pod, container }: Readable,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const chunk of this.#reader.streamLog(this.#subject, {
      pod,
      container,
      follow: true,
      signal,
    })) {
      if (chunk.type === 'lines') {
        for (const { text } of chunk.lines) {
          this.#budget.spend(
            line => this.#logger.info(line),
            `[${pipeline}/${container}] ${text}`,
          );
        }
      }
      if (this.#budget.isSpent) {
        return;
      }
    }
  }
}

interface Readable {
  readonly pipeline: string;
  readonly pod: string;
  readonly container: string;
}

/** Oldest first, so that lines come in the order of the steps. Kratix's own containers say nothing of use. */
function readable(run: WorkflowRun): Readable[] {
  return run.pipelines.flatMap(pipeline =>
    pipeline.attempts.flatMap(({ pod, steps }) =>
      steps
        .filter(step => !step.isQuiet && step.log === 'available')
        .flatMap(({ name }) =>
          pod ? [{ pipeline: pipeline.name, pod, container: name }] : [],
        ),
    ),
  );
}

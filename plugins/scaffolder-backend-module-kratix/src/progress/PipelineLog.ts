import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import {
  findFailingStep,
  type LogLine,
  type RequestRef,
  type WorkflowRun,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WorkflowReader } from '@kratix-portal/backstage-plugin-kratix-node';
import { LineBudget } from './LineBudget';
import { listContainers, type LoggingContainer } from './listContainers';
import { LogPosition } from './LogPosition';
import { toLogLine } from './toLogLine';

/** Poll interval for newly started containers. */
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
  /** By container. */
  readonly #positions = new Map<string, LogPosition>();
  readonly #read = new Set<string>();
  #isForbidden = false;
  #lastProblem: string | undefined;

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

  /** Reads until it is aborted, or may not read. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#budget.isSpent && !this.#isForbidden) {
      await this.#try(signal, () => this.#readNew(signal));
      await delay(this.#stepMs, undefined, { signal }).catch(() => undefined);
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
            ...lines.slice(-LAST_LINES).map(text => `  ${toLogLine(text)}`),
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

  /** An API server that does not answer now may do so in a moment; a right does not come while a task waits. */
  async #try(signal: AbortSignal, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const { name, message } = toError(error);
      this.#isForbidden ||= name === 'NotAllowedError';
      if (message !== this.#lastProblem) {
        this.#lastProblem = message;
        this.#logger.debug(
          `The logs of the pipelines cannot be read: ${toLogLine(message)}`,
        );
      }
    }
  }

  async #readNew(signal: AbortSignal): Promise<void> {
    const { run } = await this.#latest(signal);
    for (const container of run ? listContainers(run) : []) {
      const key = `${container.pod}/${container.container}`;
      if (!this.#read.has(key) && !this.#budget.isSpent) {
        await this.#try(signal, async () => {
          if (await this.#readOne(container, this.#positionOf(key), signal)) {
            this.#read.add(key);
          }
        });
      }
    }
  }

  #positionOf(key: string): LogPosition {
    const position = this.#positions.get(key) ?? new LogPosition();
    this.#positions.set(key, position);
    return position;
  }

  /** Whether there is nothing more to come of it. */
  async #readOne(
    { pipeline, pod, container }: LoggingContainer,
    position: LogPosition,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { sinceTime } = position;
    const takeNew = position.startAgain();
    for await (const chunk of this.#reader.streamLog(this.#subject, {
      ...{ pod, container, follow: true, signal },
      ...(sinceTime !== undefined && { sinceTime }),
    })) {
      switch (chunk.type) {
        case 'lines':
          this.#tell(`${pipeline}/${container}`, takeNew(chunk.lines));
          break;
        case 'unavailable':
          return chunk.reason === 'podGone';
        case 'end':
          return chunk.reason !== 'interrupted';
        default:
          chunk satisfies never;
      }
      if (this.#budget.isSpent) {
        return true;
      }
    }
    return false;
  }

  #tell(source: string, lines: readonly LogLine[]): void {
    for (const { text } of lines) {
      this.#budget.spend(
        line => this.#logger.info(line),
        `[${source}] ${toLogLine(text)}`,
      );
    }
  }
}

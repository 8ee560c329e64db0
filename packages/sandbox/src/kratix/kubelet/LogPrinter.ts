import type { Cluster, KubeObject } from '../../apiserver/cluster';
import { keyOf } from '../controller/keys';
import { recordOf } from '../json/read';
import type { ContainerPlay } from './containerPlay';
import type { JobSubject } from './JobSubject';
import { containersOf, logLines } from './logLines';
import type { Printing } from './printLog';
import { nextLineMs, printDueLines } from './printLog';

/** How long a running container takes, and how it ends. @internal */
export interface RunningStep {
  index: number;
  play: ContainerPlay;
  durationMs: number;
  exitCode: number;
}

/** Prints the log of whichever container of a Pod runs. @internal */
export class LogPrinter {
  readonly #cluster: Cluster;
  readonly #subject: JobSubject;
  readonly #pod: KubeObject;
  /** Lines of the running container that are out. */
  printed = 0;

  constructor(cluster: Cluster, subject: JobSubject, pod: KubeObject) {
    this.#cluster = cluster;
    this.#subject = subject;
    this.#pod = pod;
  }

  /** Prints what is due; answers when the next line is. */
  printDue(step: RunningStep, nowMs: number): number {
    const printing = this.#printing(step);
    if (!printing) {
      return Infinity;
    }
    this.printed = printDueLines(this.#cluster, printing, nowMs);
    return nextLineMs(printing, this.printed);
  }

  printRest(step: RunningStep): void {
    this.printDue(step, Infinity);
  }

  /** After a restart of the sandbox: the one before may have printed some. */
  resume({ play }: RunningStep): void {
    this.printed = this.#cluster.logs.count(keyOf(this.#pod), play.name);
  }

  printLine(container: string, line: string): void {
    this.#cluster.logs.append(keyOf(this.#pod), container, line);
  }

  /** What it prints from now on is the log of its next attempt. */
  restart(container: string): void {
    this.printed = 0;
    this.#cluster.logs.restart(keyOf(this.#pod), container);
  }

  close(container: string): void {
    this.#cluster.logs.close(keyOf(this.#pod), container);
  }

  #printing(step: RunningStep): Printing | undefined {
    const container = containersOf(recordOf(this.#pod.spec))[step.index];
    return step.play.state.kind === 'running' && container
      ? {
          pod: keyOf(this.#pod),
          container: step.play.name,
          lines: logLines(this.#subject, container, step.exitCode),
          startedMs: step.play.state.startedMs,
          durationMs: step.durationMs,
          printed: this.printed,
        }
      : undefined;
  }
}

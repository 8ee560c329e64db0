import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { changeStatus } from '../status';
import { resources } from '../vocabulary/resources';
import { isAdapterStep } from '../workflow/adapterContainers';
import type { ContainerPlay } from './containerPlay';
import { readPlay } from './containerPlay';
import type { JobSubject } from './JobSubject';
import type { RunningStep } from './LogPrinter';
import { LogPrinter } from './LogPrinter';
import { readMovePolicy, restartsLeft } from './movePolicy';
import type { Move, MovePolicy, StepPlan } from './nextMove';
import { applyMove, nextMove } from './nextMove';
import type { PodMemory } from './PodMemory';
import { planStep } from './planStep';
import { buildPodStatus } from './podStatus';

/** How a Pod is after playing it as far as time allows. @internal */
export type PodOutcome =
  | { kind: 'waiting'; untilMs?: number }
  | { kind: 'succeeded'; atMs: number }
  | { kind: 'failed'; atMs: number };

/** @internal */
export interface PodPlayerOptions {
  context: KratixContext;
  memory: PodMemory;
  /** Does what an adapter container does; returns its log. */
  runAdapter(
    subject: JobSubject,
    step: string,
    nowMs: number,
  ): readonly string[];
}

/** @internal */
export interface PodToPlay {
  pod: KubeObject;
  /** Everything is over at once. */
  isInstant: boolean;
  /** Pods of the same Job that failed before. */
  earlierAttempts: number;
}

type Finish = Extract<Move, { kind: 'finish' }>;

/** Plays one Pod: moves its containers on, prints their logs, lets the adapter containers act. @internal */
export class PodPlayer {
  readonly #options: PodPlayerOptions;
  readonly #subject: JobSubject;
  readonly #isInstant: boolean;
  readonly #plans: readonly StepPlan[];
  readonly #policy: Omit<MovePolicy, 'restartsLeft'>;
  readonly #initCount: number;
  readonly #printer: LogPrinter;
  #pod: KubeObject;
  #plays: readonly ContainerPlay[];

  constructor(
    options: PodPlayerOptions,
    subject: JobSubject,
    { pod, isInstant, earlierAttempts }: PodToPlay,
  ) {
    const { context, memory } = options;
    const nowMs = context.cluster.clock.now();
    const read = readPlay(pod, nowMs);
    const notes = memory.get(pod.metadata.uid);
    this.#options = options;
    this.#subject = subject;
    this.#isInstant = isInstant;
    this.#pod = pod;
    this.#initCount = read.initCount;
    this.#plays = notes?.plays ?? read.plays;
    this.#plans = this.#plays.map(play =>
      planStep(context, subject, play, earlierAttempts),
    );
    this.#policy = readMovePolicy(context, pod);
    this.#printer = new LogPrinter(context.cluster, subject, pod);
    const running = this.#runningStep();
    if (notes) {
      this.#printer.printed = notes.printed;
    } else if (running) {
      this.#printer.resume(running);
    }
  }

  play(): PodOutcome {
    const { clock } = this.#options.context.cluster;
    for (;;) {
      const move = nextMove(this.#plays, this.#plans, {
        ...this.#policy,
        restartsLeft: restartsLeft(this.#subject.job, this.#plays),
      });
      if (move.kind === 'blocked') {
        return this.#rest(undefined);
      }
      if ('atMs' in move && move.atMs > clock.now() && !this.#isInstant) {
        return this.#rest(this.#printUntil(clock.now(), move.atMs));
      }
      if (move.kind === 'succeed' || move.kind === 'fail') {
        return this.#end(move);
      }
      this.#make(move);
    }
  }

  #make(move: Exclude<Move, { kind: 'succeed' | 'fail' | 'blocked' }>): void {
    const actual = move.kind === 'finish' ? this.#finish(move) : move;
    this.#plays = applyMove(this.#plays, actual);
    if (move.kind === 'start') {
      this.#startLog(move.index);
    }
    this.#commit('atMs' in move ? move.atMs : undefined, false);
  }

  #startLog(index: number): void {
    const play = this.#plays[index];
    this.#printer.printed = 0;
    if (play?.lastEnd) {
      this.#printer.restart(play.name);
    }
  }

  /** Prints what is left, and lets an adapter container act; its failure is the container's. */
  #finish(move: Finish): Finish {
    const running = this.#runningStep();
    if (running) {
      this.#printer.printRest(running);
    }
    const name = this.#plays[move.index]?.name ?? '';
    const exitCode =
      move.exitCode === 0 && isAdapterStep(name)
        ? this.#act(name, move.atMs)
        : move.exitCode;
    // Whoever follows a log is done when the container is, though it may be started again.
    this.#printer.close(name);
    return { ...move, exitCode };
  }

  #act(step: string, atMs: number): number {
    try {
      for (const line of this.#options.runAdapter(this.#subject, step, atMs)) {
        this.#printer.printLine(step, line);
      }
      return 0;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#printer.printLine(step, `Error: ${message}`);
      return 1;
    }
  }

  #end(move: Extract<Move, { kind: 'succeed' | 'fail' }>): PodOutcome {
    this.#commit(move.atMs, move.kind === 'fail');
    this.#plays.forEach(({ name }) => this.#printer.close(name));
    this.#options.memory.forget(this.#pod.metadata.uid);
    return {
      kind: move.kind === 'fail' ? 'failed' : 'succeeded',
      atMs: move.atMs,
    };
  }

  #rest(untilMs: number | undefined): PodOutcome {
    this.#options.memory.set(this.#pod.metadata.uid, {
      plays: this.#plays,
      printed: this.#printer.printed,
    });
    return { kind: 'waiting', ...(untilMs !== undefined && { untilMs }) };
  }

  /** Prints the due lines of the running container; answers when to look again. */
  #printUntil(nowMs: number, moveMs: number): number {
    const running = this.#runningStep();
    return running
      ? Math.min(moveMs, this.#printer.printDue(running, nowMs))
      : moveMs;
  }

  #runningStep(): RunningStep | undefined {
    const index = this.#plays.findIndex(
      ({ state }) => state.kind === 'running',
    );
    const play = this.#plays[index];
    const plan = this.#plans[index];
    return play && plan
      ? {
          index,
          play,
          durationMs: plan.durationMs,
          exitCode: plan.exitCode(play.restarts),
        }
      : undefined;
  }

  #commit(nowMs: number | undefined, isFailed: boolean): void {
    const { cluster } = this.#options.context;
    this.#pod = changeStatus(cluster, resources.pods, this.#pod, status => {
      Object.assign(
        status,
        buildPodStatus({
          podUid: this.#pod.metadata.uid,
          plays: this.#plays,
          initCount: this.#initCount,
          startedMs: this.#policy.podStartedMs,
          nowMs: nowMs ?? cluster.clock.now(),
          isFailed,
          conditions: status.conditions,
        }),
      );
    });
  }
}

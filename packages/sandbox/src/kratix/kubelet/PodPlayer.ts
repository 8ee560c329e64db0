import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { keyOf } from '../controller/keys';
import { at, numberOf, recordOf, textOf } from '../json/read';
import { changeStatus } from '../status';
import { millisecondsOf } from '../text/time';
import { resources } from '../vocabulary/resources';
import { isAdapterStep } from '../workflow/adapterContainers';
import type { ContainerPlay } from './containerPlay';
import { readPlay } from './containerPlay';
import type { JobSubject } from './JobSubject';
import { containersOf, logLines } from './logLines';
import type { Move, MovePolicy, StepPlan } from './nextMove';
import { applyMove, nextMove } from './nextMove';
import type { PodMemory } from './PodMemory';
import { planStep } from './planStep';
import { buildPodStatus } from './podStatus';
import type { Printing } from './printLog';
import { dueLines, nextLineMs, printDueLines } from './printLog';

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
  runAdapter(subject: JobSubject, step: string, nowMs: number): readonly string[];
}

/** @internal */
export interface PodToPlay {
  pod: KubeObject;
  /** Everything is over at once. */
  isInstant: boolean;
  /** Pods of the same Job that failed before. */
  earlierAttempts: number;
}

/** Plays one Pod: moves its containers on, prints their logs, lets the adapter containers act. @internal */
export class PodPlayer {
  readonly #options: PodPlayerOptions;
  readonly #subject: JobSubject;
  readonly #isInstant: boolean;
  readonly #plans: readonly StepPlan[];
  readonly #policy: MovePolicy;
  readonly #initCount: number;
  #pod: KubeObject;
  #plays: readonly ContainerPlay[];
  #printed: number;

  constructor(
    options: PodPlayerOptions,
    subject: JobSubject,
    { pod, isInstant, earlierAttempts }: PodToPlay,
  ) {
    const { context, memory } = options;
    const read = readPlay(pod, context.cluster.clock.now());
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
    this.#policy = policyFor(context, pod);
    this.#printed = notes?.printed ?? this.#alreadyPrinted();
  }

  play(): PodOutcome {
    const { clock } = this.#options.context.cluster;
    for (;;) {
      const move = nextMove(this.#plays, this.#plans, {
        ...this.#policy,
        restartsLeft: this.#restartsLeft(),
      });
      if (move.kind === 'blocked') {
        return this.#rest(undefined);
      }
      if ('atMs' in move && move.atMs > clock.now() && !this.#isInstant) {
        return this.#rest(this.#print(clock.now(), move));
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
      this.#printed = 0;
    }
    this.#commit('atMs' in move ? move.atMs : undefined, false);
  }

  /** Prints what is left, and lets an adapter container act; its failure is the container's. */
  #finish(
    move: Extract<Move, { kind: 'finish' }>,
  ): Extract<Move, { kind: 'finish' }> {
    const printing = this.#printing(move.index, move.exitCode);
    if (printing) {
      printDueLines(
        this.#options.context.cluster,
        printing,
        printing.startedMs + printing.durationMs,
      );
    }
    const name = this.#plays[move.index]?.name ?? '';
    const exitCode =
      move.exitCode === 0 && isAdapterStep(name)
        ? this.#act(name, move.atMs)
        : move.exitCode;
    if (exitCode === 0) {
      this.#options.context.cluster.logs.close(keyOf(this.#pod), name);
    }
    return { ...move, exitCode };
  }

  #act(step: string, atMs: number): number {
    const { runAdapter, context } = this.#options;
    const print = (line: string) =>
      context.cluster.logs.append(keyOf(this.#pod), step, line);
    try {
      runAdapter(this.#subject, step, atMs).forEach(print);
      return 0;
    } catch (error) {
      print(`Error: ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
  }

  #end(move: Extract<Move, { kind: 'succeed' | 'fail' }>): PodOutcome {
    const { cluster } = this.#options.context;
    this.#commit(move.atMs, move.kind === 'fail');
    this.#plays.forEach(({ name }) =>
      cluster.logs.close(keyOf(this.#pod), name),
    );
    this.#options.memory.forget(this.#pod.metadata.uid);
    return {
      kind: move.kind === 'fail' ? 'failed' : 'succeeded',
      atMs: move.atMs,
    };
  }

  #rest(untilMs: number | undefined): PodOutcome {
    this.#options.memory.set(this.#pod.metadata.uid, {
      plays: this.#plays,
      printed: this.#printed,
    });
    return {
      kind: 'waiting',
      ...(untilMs !== undefined && { untilMs }),
    };
  }

  /** Prints the due lines of the running container; answers when to look again. */
  #print(nowMs: number, move: Extract<Move, { atMs: number }>): number {
    const printing =
      move.kind === 'finish'
        ? this.#printing(move.index, move.exitCode)
        : undefined;
    if (!printing) {
      return move.atMs;
    }
    this.#printed = printDueLines(this.#options.context.cluster, printing, nowMs);
    return Math.min(move.atMs, nextLineMs(printing, this.#printed));
  }

  #printing(index: number, exitCode: number): Printing | undefined {
    const play = this.#plays[index];
    const plan = this.#plans[index];
    const container = containersOf(recordOf(this.#pod.spec))[index];
    return play?.state.kind === 'running' && plan && container
      ? {
          pod: keyOf(this.#pod),
          container: play.name,
          lines: logLines(this.#subject, container, exitCode),
          startedMs: play.state.startedMs,
          durationMs: plan.durationMs,
          printed: this.#printed,
        }
      : undefined;
  }

  /** After a restart of the sandbox: what was due until now was printed by the one before. */
  #alreadyPrinted(): number {
    const index = this.#plays.findIndex(({ state }) => state.kind === 'running');
    this.#printed = 0;
    const printing = this.#printing(
      index,
      this.#plans[index]?.exitCode(this.#plays[index]?.restarts ?? 0) ?? 0,
    );
    return printing
      ? dueLines(printing, this.#options.context.cluster.clock.now())
      : 0;
  }

  #restartsLeft(): number {
    const limit = numberOf(at(this.#subject.job.spec, 'backoffLimit')) ?? 6;
    const used = this.#plays.reduce((sum, { restarts }) => sum + restarts, 0);
    return limit - used;
  }

  #commit(nowMs = this.#options.context.cluster.clock.now(), isFailed: boolean): void {
    const { cluster } = this.#options.context;
    this.#pod = changeStatus(cluster, resources.pods, this.#pod, status => {
      Object.assign(
        status,
        buildPodStatus({
          podUid: this.#pod.metadata.uid,
          plays: this.#plays,
          initCount: this.#initCount,
          startedMs: this.#policy.podStartedMs,
          nowMs,
          isFailed,
          conditions: status.conditions,
        }),
      );
    });
  }
}

function policyFor({ cluster, settings }: KratixContext, pod: KubeObject): MovePolicy {
  return {
    restarts: textOf(at(pod.spec, 'restartPolicy')) !== 'Never',
    restartsLeft: 0,
    crashBackoffMs: settings.crashBackoffMs,
    startupMs: 250,
    podStartedMs:
      millisecondsOf(at(pod.status, 'startTime')) ?? cluster.clock.now(),
  };
}

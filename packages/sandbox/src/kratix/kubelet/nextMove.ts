import type { ContainerPlay } from './containerPlay';
import { isSucceeded } from './podStatus';

/** What the sandbox knows about how a container will go. @internal */
export interface StepPlan {
  durationMs: number;
  /** Exit code of an attempt, counted from 0. */
  exitCode(attempt: number): number;
  /** The container never starts, for this reason. */
  waiting?: { reason: string; message: string };
}

/** @internal */
export interface MovePolicy {
  /** Kubernetes restarts a failed container in its Pod. */
  restarts: boolean;
  /** Restarts of all containers that the Job still allows. */
  restartsLeft: number;
  crashBackoffMs: number;
  /** From the Pod's start to its first container. */
  startupMs: number;
  podStartedMs: number;
}

/** @internal */
export type Move =
  | { kind: 'start'; index: number; atMs: number }
  | { kind: 'finish'; index: number; atMs: number; exitCode: number }
  | { kind: 'crashLoop'; index: number; atMs: number }
  | { kind: 'block'; index: number; reason: string; message: string }
  | { kind: 'blocked' }
  | { kind: 'succeed'; atMs: number }
  | { kind: 'fail'; atMs: number };

/** The next thing that happens to a Pod, and when. @internal */
export function nextMove(
  plays: readonly ContainerPlay[],
  plans: readonly StepPlan[],
  policy: MovePolicy,
): Move {
  const index = plays.findIndex(play => !isSucceeded(play));
  const play = plays[index];
  const plan = plans[index];
  if (!play || !plan) {
    return { kind: 'succeed', atMs: endOf(plays[plays.length - 1], policy) };
  }
  switch (play.state.kind) {
    case 'running':
      return {
        kind: 'finish',
        index,
        atMs: play.state.startedMs + plan.durationMs,
        exitCode: plan.exitCode(play.restarts),
      };
    case 'terminated':
      return policy.restarts && policy.restartsLeft > 0
        ? { kind: 'crashLoop', index, atMs: play.state.finishedMs }
        : { kind: 'fail', atMs: play.state.finishedMs };
    case 'waiting':
      return moveFromWaiting(plays, index, { plan, policy });
  }
}

function moveFromWaiting(
  plays: readonly ContainerPlay[],
  index: number,
  { plan, policy }: { plan: StepPlan; policy: MovePolicy },
): Move {
  const play = plays[index];
  const reason = play?.state.kind === 'waiting' ? play.state.reason : undefined;
  if (plan.waiting) {
    return reason === plan.waiting.reason
      ? { kind: 'blocked' }
      : { kind: 'block', index, ...plan.waiting };
  }
  if (play?.lastEnd) {
    const backoffMs =
      policy.crashBackoffMs * 2 ** Math.max(0, play.restarts - 1);
    return {
      kind: 'start',
      index,
      atMs: play.lastEnd.finishedMs + Math.min(backoffMs, 300_000),
    };
  }
  return { kind: 'start', index, atMs: endOf(plays[index - 1], policy) };
}

function endOf(play: ContainerPlay | undefined, policy: MovePolicy): number {
  return play?.state.kind === 'terminated'
    ? play.state.finishedMs
    : policy.podStartedMs + policy.startupMs;
}

/** The containers after a move. @internal */
export function applyMove(
  plays: readonly ContainerPlay[],
  move: Move,
): readonly ContainerPlay[] {
  if (!('index' in move)) {
    return plays;
  }
  return plays.map((play, index) =>
    index === move.index ? changed(play, move) : play,
  );
}

function changed(
  play: ContainerPlay,
  move: Extract<Move, { index: number }>,
): ContainerPlay {
  const { state } = play;
  switch (move.kind) {
    case 'start':
      return { ...play, state: { kind: 'running', startedMs: move.atMs } };
    case 'finish':
      return {
        ...play,
        state: {
          kind: 'terminated',
          startedMs: state.kind === 'running' ? state.startedMs : move.atMs,
          finishedMs: move.atMs,
          exitCode: move.exitCode,
        },
      };
    case 'crashLoop':
      return {
        ...play,
        restarts: play.restarts + 1,
        state: {
          kind: 'waiting',
          reason: 'CrashLoopBackOff',
          message: `back-off restarting failed container=${play.name}`,
          sinceMs: move.atMs,
        },
        ...(state.kind === 'terminated' && {
          lastEnd: {
            startedMs: state.startedMs,
            finishedMs: state.finishedMs,
            exitCode: state.exitCode,
          },
        }),
      };
    case 'block':
      return {
        ...play,
        state: {
          kind: 'waiting',
          reason: move.reason,
          message: move.message,
          sinceMs: 0,
        },
      };
  }
}

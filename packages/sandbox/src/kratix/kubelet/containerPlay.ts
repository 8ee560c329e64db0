import type { Json } from '../json/read';
import { at, numberOf, recordsOf, textOf } from '../json/read';
import { millisecondsOf, timestamp } from '../text/time';

/** How far one container of a Pod is, with times finer than the API shows. @internal */
export interface ContainerPlay {
  name: string;
  image: string;
  restarts: number;
  state:
    | { kind: 'waiting'; reason: string; message?: string; sinceMs: number }
    | { kind: 'running'; startedMs: number }
    | {
        kind: 'terminated';
        startedMs: number;
        finishedMs: number;
        exitCode: number;
      };
  /** The end of the attempt before, after a restart. */
  lastEnd?: { startedMs: number; finishedMs: number; exitCode: number };
}

/** Reads the containers of a Pod in the order in which they run. @internal */
export function readPlay(
  pod: Json,
  nowMs: number,
): { plays: readonly ContainerPlay[]; initCount: number } {
  const init = recordsOf(at(pod, 'spec', 'initContainers'));
  const main = recordsOf(at(pod, 'spec', 'containers'));
  const statuses = [
    ...recordsOf(at(pod, 'status', 'initContainerStatuses')),
    ...recordsOf(at(pod, 'status', 'containerStatuses')),
  ];
  const plays = [...init, ...main].map(container => {
    const name = textOf(container.name) ?? '';
    const status = statuses.find(each => each.name === name);
    return readOne(name, textOf(container.image) ?? '', { status, nowMs });
  });
  return { plays, initCount: init.length };
}

function readOne(
  name: string,
  image: string,
  { status, nowMs }: { status?: Json; nowMs: number },
): ContainerPlay {
  const last = at(status, 'lastState', 'terminated');
  return {
    name,
    image,
    restarts: numberOf(status?.restartCount) ?? 0,
    state: readState(status, nowMs),
    ...(last !== undefined && { lastEnd: readEnd(last) }),
  };
}

function readState(
  status: Json | undefined,
  nowMs: number,
): ContainerPlay['state'] {
  const ended = at(status, 'state', 'terminated');
  if (ended !== undefined) {
    return { kind: 'terminated', ...readEnd(ended) };
  }
  const startedMs = millisecondsOf(at(status, 'state', 'running', 'startedAt'));
  return startedMs === undefined
    ? {
        kind: 'waiting',
        reason:
          textOf(at(status, 'state', 'waiting', 'reason')) ?? 'PodInitializing',
        sinceMs: nowMs,
      }
    : { kind: 'running', startedMs };
}

function readEnd(value: unknown) {
  return {
    startedMs: millisecondsOf(at(value, 'startedAt')) ?? 0,
    finishedMs: millisecondsOf(at(value, 'finishedAt')) ?? 0,
    exitCode: numberOf(at(value, 'exitCode')) ?? 0,
  };
}

/** The entry of `initContainerStatuses` or `containerStatuses`. @internal */
export function containerStatus(play: ContainerPlay, podUid: string): Json {
  const { state, lastEnd } = play;
  const containerID = `containerd://${podUid.replace(/-/g, '')}${
    play.name.length
  }`;
  const hasRun = state.kind !== 'waiting' || lastEnd !== undefined;
  return {
    name: play.name,
    image: play.image,
    imageID: hasRun ? play.image : '',
    ready: state.kind === 'terminated' && state.exitCode === 0,
    started: state.kind === 'running',
    restartCount: play.restarts,
    state: stateJson(state, containerID),
    lastState: lastEnd ? { terminated: endJson(lastEnd, containerID) } : {},
    ...(hasRun && { containerID }),
  };
}

function stateJson(state: ContainerPlay['state'], containerID: string): Json {
  switch (state.kind) {
    case 'waiting':
      return {
        waiting: {
          reason: state.reason,
          ...(state.message && { message: state.message }),
        },
      };
    case 'running':
      return { running: { startedAt: timestamp(state.startedMs) } };
    case 'terminated':
      return { terminated: endJson(state, containerID) };
  }
}

function endJson(
  end: { startedMs: number; finishedMs: number; exitCode: number },
  containerID: string,
): Json {
  return {
    exitCode: end.exitCode,
    reason: end.exitCode === 0 ? 'Completed' : 'Error',
    startedAt: timestamp(end.startedMs),
    finishedAt: timestamp(end.finishedMs),
    containerID,
  };
}

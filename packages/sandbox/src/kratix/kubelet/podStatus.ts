import type { Json } from '../json/read';
import { at, recordsOf, textOf } from '../json/read';
import { timestamp } from '../text/time';
import type { ContainerPlay } from './containerPlay';
import { containerStatus } from './containerPlay';

/** @internal */
export interface PodStatusOptions {
  podUid: string;
  plays: readonly ContainerPlay[];
  initCount: number;
  startedMs: number;
  nowMs: number;
  isFailed: boolean;
  /** The conditions that the Pod has, whose times stay when they stay. */
  conditions: unknown;
}

/** The whole `status` of a Pod as a kubelet would report it. @internal */
export function buildPodStatus(options: PodStatusOptions): Json {
  const { plays, initCount, podUid, startedMs } = options;
  const phase = phaseOf(options);
  return {
    phase,
    startTime: timestamp(startedMs),
    hostIP: '10.0.0.1',
    podIP: '10.244.0.2',
    qosClass: 'BestEffort',
    conditions: podConditions(options, phase),
    initContainerStatuses: plays
      .slice(0, initCount)
      .map(play => containerStatus(play, podUid)),
    containerStatuses: plays
      .slice(initCount)
      .map(play => containerStatus(play, podUid)),
  };
}

function phaseOf({ plays, initCount, isFailed }: PodStatusOptions): string {
  if (isFailed) {
    return 'Failed';
  }
  if (plays.every(isSucceeded)) {
    return 'Succeeded';
  }
  const hasMainStarted = plays
    .slice(initCount)
    .some(({ state }) => state.kind !== 'waiting');
  return hasMainStarted ? 'Running' : 'Pending';
}

function podConditions(options: PodStatusOptions, phase: string): Json[] {
  const isInitialized = options.plays
    .slice(0, options.initCount)
    .every(isSucceeded);
  const wanted: [string, boolean][] = [
    ['PodScheduled', true],
    ['Initialized', isInitialized],
    ['ContainersReady', false],
    ['Ready', false],
  ];
  return wanted.map(([type, isTrue]) => {
    const status = isTrue ? 'True' : 'False';
    const before = recordsOf(options.conditions).find(
      each => each.type === type && each.status === status,
    );
    return {
      type,
      status,
      lastProbeTime: null,
      lastTransitionTime:
        textOf(at(before, 'lastTransitionTime')) ?? timestamp(options.nowMs),
      ...reasonFor(type, isTrue, phase),
    };
  });
}

function reasonFor(type: string, isTrue: boolean, phase: string): Json {
  if (isTrue || type === 'PodScheduled') {
    return {};
  }
  if (phase === 'Succeeded') {
    return { reason: 'PodCompleted' };
  }
  return {
    reason:
      type === 'Initialized'
        ? 'ContainersNotInitialized'
        : 'ContainersNotReady',
  };
}

/** @internal */
export function isSucceeded({ state }: ContainerPlay): boolean {
  return state.kind === 'terminated' && state.exitCode === 0;
}

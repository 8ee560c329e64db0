import { buildPodStatus, derivePhase, type ContainerRecord } from './podStatus';

const record = (
  name: string,
  state: ContainerRecord['state'],
  lastState?: ContainerRecord['state'],
): ContainerRecord => ({ name, image: 'i', state, lastState, restartCount: 0 });
const waiting = { waiting: { reason: 'PodInitializing' } };
const running = { running: {} };
const ended = (exitCode: number) => ({ terminated: { exitCode } });

describe('derivePhase', () => {
  it.each([
    ['Pending', 'OnFailure', [waiting], [waiting]],
    ['Pending', 'OnFailure', [ended(3)], [waiting]],
    ['Failed', 'Never', [ended(3)], [waiting]],
    ['Pending', 'OnFailure', [ended(0)], [waiting]],
    ['Running', 'OnFailure', [ended(0)], [running]],
    ['Running', 'OnFailure', [ended(0)], [ended(1)]],
    ['Failed', 'Never', [ended(0)], [ended(1)]],
    ['Succeeded', 'Never', [ended(0)], [ended(0)]],
  ])('is %s under %s for init %j and main %j', (phase, policy, init, main) => {
    const records = {
      init: init.map(state => record('init', state)),
      main: main.map(state => record('main', state)),
    };

    expect(derivePhase(records, policy)).toBe(phase);
  });

  it('stays Running while a container waits for its next start', () => {
    const records = { init: [], main: [record('main', waiting, ended(1))] };

    expect(derivePhase(records, 'OnFailure')).toBe('Running');
  });
});

describe('buildPodStatus', () => {
  it('keeps the time of a condition that did not change', () => {
    const first = new Date('2026-01-01T00:00:00Z');
    const second = new Date('2026-01-01T00:00:05Z');
    const pod = { spec: { containers: [], restartPolicy: 'Never' } };
    const before = buildPodStatus(
      pod,
      { init: [record('a', waiting)], main: [record('b', waiting)] },
      { startTime: first, now: first, before: undefined },
    );

    const after = buildPodStatus(
      pod,
      { init: [record('a', ended(0))], main: [record('b', running)] },
      { startTime: first, now: second, before },
    );

    const times = Object.fromEntries(
      (after.conditions ?? []).map(c => [c.type, c.lastTransitionTime]),
    );
    expect(times).toEqual({
      PodReadyToStartContainers: first,
      PodScheduled: first,
      Initialized: second,
      Ready: second,
      ContainersReady: second,
    });
  });
});

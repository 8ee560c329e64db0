import {
  parseWork,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aRequest } from '../__testUtils__/manyRequests';
import { synced } from '../__testUtils__/redis';
import { DeliverySurvey } from './DeliverySurvey';

const delivery = { works: [], workPlacements: [], isComplete: true };
const work = parseWork({
  metadata: { name: 'work-1', namespace: 'team-a', uid: 'u1' },
  spec: { promiseName: 'redis', workloadGroups: [] },
});
const delivered = { ...delivery, works: work.ok ? [work.value] : [] };

function snapshotOf(count: number): PlatformSnapshot {
  const requests = Array.from({ length: count }, (_, i) =>
    aRequest({ name: `waiting-${i}`, phase: 'Scheduling' }),
  );
  return {
    platform: 'dev',
    promises: synced([]),
    requests: new Map([
      ['redis', synced([...requests, aRequest({ name: 'ready' })])],
    ]),
    bindings: synced([]),
    revisions: synced([]),
    destinations: synced([]),
    gitStateStores: synced([]),
    bucketStateStores: synced([]),
    namespaces: synced([]),
    problems: [],
  };
}

function surveyAt(read: jest.Mock) {
  const clock = { nowMs: 1_000_000 };
  const survey = new DeliverySurvey({
    deliveries: { read },
    nowMs: () => clock.nowMs,
  });
  return { clock, survey };
}

describe('DeliverySurvey', () => {
  it('reads only those whose delivery is open', async () => {
    const read = jest.fn(async () => delivery);
    const { survey } = surveyAt(read);

    await survey.refresh(snapshotOf(2));

    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads twenty for a list, and the others with later lists', async () => {
    const read = jest.fn(async () => delivery);
    const { survey } = surveyAt(read);
    const snapshot = snapshotOf(50);

    await survey.refresh(snapshot);
    expect(read).toHaveBeenCalledTimes(20);
    await survey.refresh(snapshot);
    await survey.refresh(snapshot);
    expect(read).toHaveBeenCalledTimes(50);
    await survey.refresh(snapshot);
    expect(read).toHaveBeenCalledTimes(50);
  });

  it('looks again after a while, and answers many lists at once with one look', async () => {
    const read = jest.fn(async () => delivery);
    const { clock, survey } = surveyAt(read);
    const snapshot = snapshotOf(1);
    await Promise.all([1, 2, 3].map(() => survey.refresh(snapshot)));
    expect(read).toHaveBeenCalledTimes(1);

    clock.nowMs += 30_000;
    await survey.refresh(snapshot);

    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is no news when nothing else was found, so that no list is made again', async () => {
    const read = jest.fn(async () => structuredClone(delivered));
    const { clock, survey } = surveyAt(read);
    const snapshot = snapshotOf(1);
    await survey.refresh(snapshot);
    const { version } = survey;

    clock.nowMs += 30_000;
    await survey.refresh(snapshot);
    expect(read).toHaveBeenCalledTimes(2);
    expect(survey.version).toBe(version);

    read.mockResolvedValueOnce({ ...delivered, works: [] });
    clock.nowMs += 30_000;
    await survey.refresh(snapshot);
    expect(survey.version).toBe(version + 1);
  });

  it('keeps what was known while the platform is silent', async () => {
    const read = jest.fn().mockResolvedValueOnce(delivery);
    const { clock, survey } = surveyAt(read);
    const snapshot = snapshotOf(1);
    const requests = snapshot.requests.get('redis');
    const [waiting] = requests?.state === 'synced' ? requests.items : [];
    await survey.refresh(snapshot);
    const { version } = survey;

    clock.nowMs += 30_000;
    await survey.refresh(snapshot);

    expect(read).toHaveBeenCalledTimes(2);
    expect(waiting && survey.known(waiting)).toEqual({
      works: [],
      workPlacements: [],
    });
    expect(survey.version).toBe(version);
  });

  it('does not keep a list waiting for a platform that hangs', async () => {
    jest.useFakeTimers();
    const { survey } = surveyAt(jest.fn(() => new Promise(() => {})));

    const refreshed = survey.refresh(snapshotOf(1));
    await jest.advanceTimersByTimeAsync(1_500);

    await expect(refreshed).resolves.toBeUndefined();
    jest.useRealTimers();
  });
});

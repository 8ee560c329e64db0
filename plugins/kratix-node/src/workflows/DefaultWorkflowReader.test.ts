import { Readable } from 'node:stream';
import { scopeOptions } from '../__fixtures__/scopeOptions';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { DefaultWorkflowReader } from './DefaultWorkflowReader';

jest.setTimeout(60_000);

const target = {
  type: 'request',
  promise: 'redis',
  namespace: 'team-a',
  name: 'one',
} as const;
const pod = {
  metadata: {
    name: 'plan-1',
    namespace: 'team-a',
    uid: 'u1',
    labels: {
      'kratix.io/promise-name': 'redis',
      'kratix.io/resource-name': 'one',
      'kratix.io/workflow-type': 'resource',
    },
  },
  spec: { containers: [{ name: 'plan', image: 'plan:v1' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'plan',
        state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
      },
    ],
  },
};

function follow(
  openStream: (request: KubernetesRequest) => Promise<Readable>,
  signal?: AbortSignal,
) {
  const options = scopeOptions(() => pod);
  return new DefaultWorkflowReader({
    ...options,
    connection: { ...options.connection, openStream },
  }).streamLog(target, {
    pod: 'plan-1',
    container: 'plan',
    follow: true,
    signal,
  });
}

/** Answers when it is told to, as a kubelet does with the first line. */
function aSilentKubelet() {
  const asked: KubernetesRequest[] = [];
  let answer: (stream: Readable) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const openStream = (request: KubernetesRequest) =>
    new Promise<Readable>((resolve, reject) => {
      asked.push(request);
      answer = resolve;
      fail = reject;
    });
  return {
    asked,
    openStream,
    answer: (stream: Readable) => answer(stream),
    fail: (error: Error) => fail(error),
  };
}

const nothingYet = { done: false, value: { type: 'lines', lines: [] } };

describe('the log of a container that has printed nothing yet', () => {
  it('is there as soon as it is open', async () => {
    const stream = new Readable({ read: () => undefined });
    const log = follow(async () => stream);

    expect(await log.next()).toEqual(nothingYet);

    stream.push('2026-01-01T00:00:01Z hello\n');
    expect(await log.next()).toMatchObject({
      value: { type: 'lines', lines: [{ text: 'hello' }] },
    });
    await log.return();
    expect(stream.destroyed).toBe(true);
  });

  it('is there although the kubelet does not even send headers', async () => {
    const kubelet = aSilentKubelet();
    const log = follow(kubelet.openStream);

    expect(await log.next()).toEqual(nothingYet);

    // It may think for many minutes before it prints.
    expect(kubelet.asked[0]?.timeoutMs).toBeGreaterThan(15 * 60_000);
    kubelet.answer(Readable.from([Buffer.from('2026-01-01T00:00:01Z hi\n')]));
    expect(await log.next()).toEqual(nothingYet);
    expect(await log.next()).toMatchObject({
      value: { type: 'lines', lines: [{ text: 'hi' }] },
    });
  });

  it('is let go when nobody waits for it any more', async () => {
    const kubelet = aSilentKubelet();
    const log = follow(kubelet.openStream);
    await log.next();

    await log.return();

    expect(kubelet.asked[0]?.signal?.aborted).toBe(true);
  });

  it('ends as interrupted when the way to it breaks', async () => {
    const kubelet = aSilentKubelet();
    const log = follow(kubelet.openStream);
    await log.next();

    kubelet.fail(new KubernetesError('unreachable', 'The connection broke'));

    expect(await log.next()).toEqual({
      done: false,
      value: { type: 'end', reason: 'interrupted' },
    });
  });

  it('ends with what the caller aborted it with', async () => {
    const kubelet = aSilentKubelet();
    const enough = new AbortController();
    const log = follow(kubelet.openStream, enough.signal);
    await log.next();

    enough.abort(new Error('enough'));
    kubelet.fail(new Error('aborted'));

    await expect(log.next()).rejects.toThrow('enough');
  });

  it('is refused before anything is yielded', async () => {
    const log = follow(async () => {
      throw new KubernetesError('forbidden', 'pods/log is forbidden');
    });

    await expect(log.next()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

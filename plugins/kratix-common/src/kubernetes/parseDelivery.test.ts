import {
  cacheBinding,
  cachePlacement,
  cacheWork,
  workerDestination,
} from '../__fixtures__/delivery';
import { valueOf } from '../__fixtures__/parsed';
import { parseDestination } from './parseDestination';
import { parseNamespace } from './parseNamespace';
import { parsePromiseRevision } from './parsePromiseRevision';
import { parseResourceBinding } from './parseResourceBinding';
import { parseWork } from './parseWork';
import { parseWorkPlacement } from './parseWorkPlacement';

describe('parseWork', () => {
  it('reads groups, selectors and files', () => {
    expect(valueOf(parseWork(cacheWork()))).toMatchObject({
      promiseName: 'redis',
      resourceName: 'cache',
      pipelineName: 'instance-configure',
      workType: 'resource',
      groups: [
        {
          id: '5058f1af8388633f609cadb75a75dc9d',
          directory: '.',
          destinationSelectors: [
            { matchLabels: { environment: 'dev' }, source: 'promise' },
          ],
          files: [{ path: 'redis.yaml', content: 'H4sIAAAAAAAA' }],
        },
      ],
    });
  });

  it('takes an empty resource name for a Work of the Promise itself', () => {
    const json = cacheWork();
    json.spec.resourceName = '';
    delete json.metadata.labels['kratix.io/resource-name'];

    expect(valueOf(parseWork(json)).resourceName).toBeUndefined();
  });
});

describe('parseWorkPlacement', () => {
  it('reads where the files went, without the files', () => {
    expect(valueOf(parseWorkPlacement(cachePlacement()))).toMatchObject({
      workName: 'redis-cache-instance-configure-1f3a9',
      groupId: '5058f1af8388633f609cadb75a75dc9d',
      destinationName: 'worker-1',
      filePaths: ['redis.yaml'],
      versionId: '3c1f0e',
    });
  });
});

describe('parseDestination', () => {
  it('reads path, store and labels', () => {
    expect(valueOf(parseDestination(workerDestination()))).toMatchObject({
      name: 'worker-1',
      path: 'worker-1',
      stateStore: { kind: 'GitStateStore', name: 'default' },
      strictMatchLabels: false,
      labels: { environment: 'dev' },
    });
  });
});

describe('parseResourceBinding', () => {
  it('finds what it binds by its labels', () => {
    const json = cacheBinding();
    json.spec.resourceRef.name = 'other';

    expect(valueOf(parseResourceBinding(json))).toMatchObject({
      promiseName: 'redis',
      resourceName: 'cache',
      version: 'latest',
      lastAppliedVersion: 'v0.2.0',
    });
  });

  it('falls back to its spec, and gives up without either', () => {
    const json = cacheBinding();
    delete json.metadata.labels;

    expect(valueOf(parseResourceBinding(json)).resourceName).toBe('cache');

    delete json.spec.resourceRef;
    expect(parseResourceBinding(json)).toMatchObject({
      ok: false,
      problem: { code: 'binding-without-subject' },
    });
  });
});

describe('parsePromiseRevision', () => {
  it.each([
    ['status', { status: { latest: true } }, true],
    ['label', { labels: { 'kratix.io/latest-revision': 'true' } }, true],
    ['neither', {}, false],
  ])('knows the latest by its %s', (_, parts, isLatest) => {
    const { status, labels } = parts as Record<string, unknown>;

    const revision = valueOf(
      parsePromiseRevision({
        kind: 'PromiseRevision',
        metadata: { name: 'redis-77ba1', labels },
        spec: { promiseRef: { name: 'redis' }, version: 'v0.1.0' },
        status,
      }),
    );

    expect(revision).toMatchObject({
      promiseName: 'redis',
      version: 'v0.1.0',
      isLatest,
    });
  });
});

describe('parseNamespace', () => {
  it('knows that a namespace is going away', () => {
    expect(
      valueOf(
        parseNamespace({
          kind: 'Namespace',
          metadata: { name: 'team-a', annotations: { owner: 'ana' } },
          status: { phase: 'Terminating' },
        }),
      ),
    ).toEqual({
      name: 'team-a',
      resourceVersion: '',
      labels: {},
      annotations: { owner: 'ana' },
      isTerminating: true,
    });
  });
});

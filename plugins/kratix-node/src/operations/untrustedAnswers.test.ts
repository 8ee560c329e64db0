import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { scopeOptions } from '../__fixtures__/scopeOptions';
import { RequestScope } from '../requests/RequestScope';
import { DefaultPromiseOperations } from './DefaultPromiseOperations';
import { DefaultRequestOperations } from './DefaultRequestOperations';

// What an API server, or a proxy before it, may answer instead of what was asked for.
const nonsense = [{}, [], 'Bad gateway', { items: 'none' }];

const target = { promise: 'redis', namespace: 'team-a', name: 'one' };
const handle = { ...target, preview: 'portal-1' };
const nowMs = Date.parse('2026-01-01T01:00:00Z');

function dryRun(status: object) {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'DryRun',
    metadata: {
      name: 'portal-1',
      namespace: 'team-a',
      uid: 'u1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { 'kratix-portal.io/preview': 'true' },
    },
    spec: {
      promiseRef: { name: 'redis' },
      resourceRequestRef: { name: 'one', namespace: 'team-a' },
    },
    status,
  };
}

const completed = dryRun({
  conditions: [{ type: 'Completed', status: 'True' }],
});

function requests(answer: (request: KubernetesRequest) => unknown) {
  return new DefaultRequestOperations({
    ...scopeOptions(answer),
    nowMs: () => nowMs,
  });
}

describe.each(nonsense)('the answer %j', answer => {
  it.each([
    ['ResourceBindings', () => requests(() => answer).getBinding(target)],
    [
      'the request of a preview',
      () =>
        requests(({ path }) =>
          path.endsWith('/portal-1') ? dryRun({}) : answer,
        ).readPreview(handle),
    ],
    [
      'the summary of a preview',
      () =>
        requests(({ path }) =>
          path.endsWith('/portal-1') ? completed : answer,
        ).readPreview(handle),
    ],
  ])(
    'about %s is the trouble of the platform, and no mistake',
    async (_, ask) => {
      await expect(ask()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    },
  );
});

it.each([undefined, [], 'Bad gateway'])(
  'a Promise that is answered with %j is the trouble of the platform',
  async answer => {
    const operations = new DefaultPromiseOperations(
      new RequestScope(scopeOptions(() => answer)),
      { nowMs: () => nowMs },
    );

    await expect(operations.getManifest('redis')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  },
);

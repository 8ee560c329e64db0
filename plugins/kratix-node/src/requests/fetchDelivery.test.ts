import { fetchDelivery } from './fetchDelivery';

const works = '/apis/platform.kratix.io/v1alpha1/namespaces/team-a/works';
const placements =
  '/apis/platform.kratix.io/v1alpha1/namespaces/team-a/workplacements';
const cache = {
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
  pipelineNamespace: undefined,
};

/** Fields of kratix-domain appendix C. */
function work(name: string) {
  return {
    metadata: { name, namespace: 'team-a', uid: name, resourceVersion: '1' },
    spec: {
      promiseName: 'redis',
      resourceName: 'cache',
      workloadGroups: [
        {
          directory: '.',
          id: '5058f1af8388633f609cadb75a75dc9d',
          destinationSelectors: [
            { matchLabels: { environment: 'dev' }, source: 'promise' },
          ],
          workloads: [{ filepath: 'redis.yaml', content: 'H4sIAAAA' }],
        },
      ],
    },
  };
}

function placement(workName: string) {
  return {
    metadata: {
      name: `${workName}.worker-1-5058f`,
      namespace: 'team-a',
      labels: { 'kratix.io/work': workName },
    },
    spec: { targetDestinationName: 'worker-1' },
  };
}

function answering(
  answer: (path: string, query: Record<string, unknown>) => unknown,
) {
  return jest.fn(async (path: string, query: Record<string, unknown>) =>
    answer(path, query),
  );
}

describe('fetchDelivery', () => {
  it('finds the Works by labels, and the placements by the Works', async () => {
    const fetchPage = answering(path =>
      path === works
        ? { items: [work('w-1'), work('w-2')] }
        : { items: [placement('w-1')] },
    );

    const delivery = await fetchDelivery(cache, {
      withContent: false,
      fetchPage,
    });

    expect(delivery).toMatchObject({
      works: [{ name: 'w-1' }, { name: 'w-2' }],
      workPlacements: [{ workName: 'w-1', destinationName: 'worker-1' }],
      isComplete: true,
    });
    expect(fetchPage.mock.calls).toEqual([
      [
        works,
        {
          labelSelector:
            'kratix.io/promise-name=redis,kratix.io/resource-name=cache,kratix.io/work-type=resource,kratix.io/dry-run!=true',
          limit: 10,
        },
      ],
      [placements, { labelSelector: 'kratix.io/work in (w-1,w-2)', limit: 10 }],
    ]);
  });

  it('looks where the pipelines of the Promise run', async () => {
    const fetchPage = answering(() => ({ items: [] }));

    await fetchDelivery(
      { ...cache, pipelineNamespace: 'pipelines' },
      { withContent: false, fetchPage },
    );

    const [path, query] = fetchPage.mock.calls[0] ?? [];
    expect(path).toBe(
      '/apis/platform.kratix.io/v1alpha1/namespaces/pipelines/works',
    );
    expect(query?.labelSelector).toMatch(
      /,kratix\.io\/resource-namespace=team-a$/,
    );
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it.each([
    { withContent: false, file: { path: 'redis.yaml' } },
    {
      withContent: true,
      file: { path: 'redis.yaml', content: 'H4sIAAAA' },
    },
  ])('keeps content only when asked: $withContent', async options => {
    const { works: found } = await fetchDelivery(cache, {
      withContent: options.withContent,
      fetchPage: answering(path => ({
        items: path === works ? [work('w-1')] : [],
      })),
    });

    expect(found[0]?.groups[0]?.files).toEqual([options.file]);
  });

  it('follows pages', async () => {
    const { works: found, isComplete } = await fetchDelivery(cache, {
      withContent: false,
      fetchPage: answering((path, query) => {
        if (path !== works) {
          return { items: [] };
        }
        return query.continue === 'next'
          ? { metadata: { continue: '' }, items: [work('w-2')] }
          : { metadata: { continue: 'next' }, items: [work('w-1')] };
      }),
    });

    expect(found.map(({ name }) => name)).toEqual(['w-1', 'w-2']);
    expect(isComplete).toBe(true);
  });

  it('ends where the cluster promises more for ever, and says so', async () => {
    const fetchPage = answering(path =>
      path === works
        ? { metadata: { continue: 'more' }, items: [{ bad: true }] }
        : { items: [] },
    );

    const delivery = await fetchDelivery(cache, {
      withContent: false,
      fetchPage,
    });

    expect(delivery).toEqual({
      works: [],
      workPlacements: [],
      isComplete: false,
    });
    expect(fetchPage).toHaveBeenCalledTimes(5);
  });

  it('keeps the others where one cannot be understood, and says so', async () => {
    const delivery = await fetchDelivery(cache, {
      withContent: false,
      fetchPage: answering(path => ({
        items: path === works ? [{ metadata: {} }, work('w-1')] : [],
      })),
    });

    expect(delivery.works.map(({ name }) => name)).toEqual(['w-1']);
    expect(delivery.isComplete).toBe(false);
  });

  it('asks for the placements of many Works in addresses that stay short', async () => {
    const many = Array.from({ length: 9 }, (_, index) => work(`w-${index}`));
    const fetchPage = answering((path, query) => {
      if (path !== works) {
        return { items: [] };
      }
      const page = Number(query.continue ?? 0);
      return {
        metadata: { continue: page < 2 ? String(page + 1) : '' },
        items: many.map(each => ({
          ...each,
          metadata: { ...each.metadata, name: `${each.metadata.name}-${page}` },
        })),
      };
    });

    await fetchDelivery(cache, { withContent: false, fetchPage });

    const selectors = fetchPage.mock.calls
      .filter(([path]) => path === placements)
      .map(([, query]) => String(query.labelSelector));
    expect(selectors.map(text => text.split(',').length)).toEqual([20, 7]);
  });

  it('rejects an answer that is no list', async () => {
    await expect(
      fetchDelivery(cache, {
        withContent: false,
        fetchPage: answering(() => ({ kind: 'Status' })),
      }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});

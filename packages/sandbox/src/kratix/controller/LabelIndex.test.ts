import { createCluster } from '../../apiserver';
import { ManualClock } from '../testing/ManualClock';
import { resources } from '../vocabulary/resources';
import { toControllerCluster } from './toControllerCluster';

function pod(name: string, job: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'default',
      labels: { 'batch.kubernetes.io/job-name': job, other: 'x' },
    },
    spec: { containers: [{ name: 'a', image: 'a' }] },
  };
}

describe('a label look-up of the controllers', () => {
  const options = { labelSelector: 'batch.kubernetes.io/job-name=one' };

  it('finds the same as the cluster, also right after a write and a removal', async () => {
    const clock = new ManualClock();
    const real = createCluster({ clock });
    real.create(resources.pods, pod('before', 'one'));
    const { cluster } = toControllerCluster(real);
    const names = () =>
      cluster
        .list(resources.pods, options)
        .map(({ metadata }) => metadata.name);

    cluster.create(resources.pods, pod('after', 'one'));
    cluster.create(resources.pods, pod('else', 'two'));
    expect(names()).toEqual(['after', 'before']);

    real.create(resources.pods, pod('from-http', 'one'));
    await clock.advance(0);
    expect(names()).toEqual(['after', 'before', 'from-http']);

    cluster.delete(resources.pods, { namespace: 'default', name: 'after' });
    cluster.mutate(
      resources.pods,
      { namespace: 'default', name: 'before' },
      draft => {
        draft.metadata.labels = {};
      },
    );
    expect(names()).toEqual(['from-http']);
  });

  it('checks every label and the namespace', () => {
    const { cluster } = toControllerCluster(
      createCluster({ clock: new ManualClock() }),
    );
    cluster.create(resources.pods, pod('a', 'one'));
    const { labelSelector } = options;

    expect(
      cluster.list(resources.pods, {
        labelSelector: `${labelSelector},other=y`,
      }),
    ).toEqual([]);
    expect(
      cluster.list(resources.pods, { labelSelector, namespace: 'x' }),
    ).toEqual([]);
    expect(
      cluster.list(resources.pods, { labelSelector: `${labelSelector},other` }),
    ).toHaveLength(1);
  });
});

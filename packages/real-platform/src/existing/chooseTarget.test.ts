import { chooseTarget } from './chooseTarget';

describe('chooseTarget', () => {
  it('starts processes when nobody named a cluster, whatever kubeconfig is set', () => {
    const target = chooseTarget({ optIn: undefined, currentContext: 'prod' });

    expect(target).toEqual({ kind: 'processes' });
  });

  it('takes the cluster that was named', () => {
    const target = chooseTarget({ optIn: 'kind-a', currentContext: 'kind-a' });

    expect(target).toEqual({ kind: 'existing', context: 'kind-a' });
  });

  it.each(['prod', undefined, ''])(
    'refuses when the context is %j',
    context => {
      const target = chooseTarget({ optIn: 'kind-a', currentContext: context });

      expect(target.kind).toBe('refused');
    },
  );
});

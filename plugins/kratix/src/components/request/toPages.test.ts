import { aRequestEntity } from '../../__fixtures__';
import { toPages } from './toPages';

const entity = {
  ...aRequestEntity('cache'),
  relations: [
    { type: 'dependsOn', targetRef: 'resource:default/vault' },
    { type: 'dependsOn', targetRef: 'component:dev/redis' },
  ],
};

describe('toPages', () => {
  it('leads to the tab that shows what is asked to be looked at', () => {
    expect(toPages(['showLog', 'rerun'], entity)).toEqual([
      { page: 'workflow', tab: 'workflow' },
    ]);
  });

  it('names a page once', () => {
    expect(toPages(['showDestinations', 'showDelivery'], entity)).toEqual([
      { page: 'delivery', tab: 'delivery' },
    ]);
  });

  it('finds the service by the relation of the entity', () => {
    expect(toPages(['showPromise'], entity)).toEqual([
      {
        page: 'promise',
        params: { kind: 'component', namespace: 'dev', name: 'redis' },
      },
    ]);
    expect(toPages(['showPromise'], aRequestEntity('cache'))).toEqual([]);
  });
});

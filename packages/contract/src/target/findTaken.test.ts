import { findTaken } from './findTaken';

const items = (...ids: string[]) =>
  ids.map(id => ({ id, uid: id, owners: [] }));

describe('findTaken', () => {
  it.each([
    'namespaces.v1 /team-a',
    'namespaces.v1 /contract',
    'customresourcedefinitions.apiextensions.k8s.io/v1 /databases.test.example',
    'promises.platform.kratix.io/v1alpha1 /contract-app',
    'works.platform.kratix.io/v1alpha1 default/contract-static-1f3a9',
    'secrets.v1 default/contract-fragile',
  ])('says so of %s', id => {
    expect(findTaken(items('pods.v1 kube-system/etcd', id))).toEqual([id]);
  });

  it.each([
    'namespaces.v1 /team-ab',
    'configmaps.v1 team-b/contract-app',
    'customresourcedefinitions.apiextensions.k8s.io/v1 /promises.platform.kratix.io',
    'destinations.platform.kratix.io/v1alpha1 /dev',
  ])('leaves %s alone', id => {
    expect(findTaken(items(id))).toEqual([]);
  });
});

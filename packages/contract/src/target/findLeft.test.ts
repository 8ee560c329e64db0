import { findLeft } from './findLeft';

const item = (id: string, ...owners: string[]) => ({
  id,
  uid: `uid of ${id}`,
  owners: owners.map(owner => `uid of ${owner}`),
});

describe('findLeft', () => {
  const before = [item('deployments a/web'), item('configmaps a/b')];

  it('is what was not there before', () => {
    expect(findLeft(before, [...before, item('pods a/new')])).toEqual([
      'pods a/new',
    ]);
  });

  it('is not what came of something that was', () => {
    const now = [
      ...before,
      item('replicasets a/web-1', 'deployments a/web'),
      item('pods a/web-1-x', 'replicasets a/web-1'),
    ];

    expect(findLeft(before, now)).toEqual([]);
  });

  it('is what came of something new, or of nothing that is there', () => {
    const now = [
      item('jobs a/new', 'demos a/gone'),
      item('pods a/new-x', 'jobs a/new'),
    ];

    expect(findLeft(before, now)).toEqual(['jobs a/new', 'pods a/new-x']);
  });

  it('comes to an end where two own each other', () => {
    const now = [item('a', 'b'), item('b', 'a')];

    expect(findLeft(before, now)).toEqual(['a', 'b']);
  });
});

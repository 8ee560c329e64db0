import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import { aRequest } from '../__testUtils__/manyRequests';
import { synced } from '../__testUtils__/redis';
import { findNamespaceProblems } from './findNamespaceProblems';

const unknown = { state: 'unknown' as const };

function snapshotOf(owners: Record<string, string>): PlatformSnapshot {
  return {
    platform: 'dev',
    promises: synced([]),
    requests: new Map([['redis', synced([aRequest({ name: 'cache' })])]]),
    bindings: unknown,
    revisions: unknown,
    destinations: unknown,
    gitStateStores: unknown,
    bucketStateStores: unknown,
    namespaces: synced(
      Object.entries(owners).map(([name, owner]) => ({
        name,
        resourceVersion: '1',
        isTerminating: false,
        labels: {},
        annotations: { 'kratix-portal.io/owner': owner },
      })),
    ),
    problems: [],
  };
}

describe('findNamespaceProblems', () => {
  it('names a namespace with requests whose owner nobody could be', () => {
    expect(
      findNamespaceProblems(snapshotOf({ 'team-a': 'x y', 'team-b': '!' })),
    ).toEqual([
      {
        platform: 'dev',
        kind: 'Namespace',
        name: 'team-a',
        code: 'unusable-annotation',
        message:
          'Annotation kratix-portal.io/owner is not used: it is not what the catalog takes. It would own requests in this namespace.',
        wording: {
          key: 'problem.unusableNamespaceOwner',
          params: {
            annotation: 'kratix-portal.io/owner',
            reason: { key: 'annotation.notTaken' },
          },
        },
        path: 'metadata.annotations[kratix-portal.io/owner]',
      },
    ]);
  });

  it('has nothing to say of an owner that can be', () => {
    expect(findNamespaceProblems(snapshotOf({ 'team-a': 'team-a' }))).toEqual(
      [],
    );
  });
});

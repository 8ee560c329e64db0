import type { Actor } from '@kratix-portal/backstage-plugin-kratix-node';
import { requireChangeable } from './requireChangeable';

const ana: Actor = {
  type: 'user',
  userEntityRef: 'user:default/ana',
  ownershipEntityRefs: ['user:default/ana', 'group:default/team-a'],
};

const existing = (annotations: Record<string, string>, deletedAt?: string) => ({
  namespace: 'team-a',
  name: 'cache',
  annotations,
  ...(deletedAt && { deletedAt }),
});

describe('requireChangeable', () => {
  it.each<[string, Record<string, string>]>([
    ['she asked for herself', { 'kratix.io/requested-by': 'user:default/ana' }],
    [
      'a colleague asked for, for a group of hers',
      {
        'kratix.io/requested-by': 'user:default/bob',
        'kratix-portal.io/owner': 'Group:default/team-a',
      },
    ],
  ])('lets a person change what %s', (_, annotations) => {
    expect(() => requireChangeable(existing(annotations), ana)).not.toThrow();
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "somebody else's request",
      { 'kratix.io/requested-by': 'user:default/bob' },
      /team-a\/cache exists already, and user:default\/bob asked for it/,
    ],
    ['a request that nobody signed', {}, /somebody else asked for it/],
  ])('does not let an order change %s', (_, annotations, message) => {
    expect(() => requireChangeable(existing(annotations), ana)).toThrow(
      message,
    );
  });

  it('does not change what is being removed, whoever it belongs to', () => {
    const removed = existing(
      { 'kratix.io/requested-by': 'user:default/ana' },
      '2026-08-20T10:00:00Z',
    );

    expect(() => requireChangeable(removed, ana)).toThrow(
      /being removed since 2026-08-20T10:00:00Z/,
    );
    expect(() => requireChangeable(removed, { type: 'portal' })).toThrow();
  });

  it('lets the portal change what its permissions allow', () => {
    expect(() =>
      requireChangeable(existing({}), { type: 'portal' }),
    ).not.toThrow();
  });
});

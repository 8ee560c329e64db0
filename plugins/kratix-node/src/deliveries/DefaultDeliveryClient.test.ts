import { scopeOptions } from '../__fixtures__/scopeOptions';
import { DefaultDeliveryClient } from './DefaultDeliveryClient';

const target = {
  promise: 'redis',
  request: { namespace: 'team-a', name: 'one' },
  uid: 'u1',
  kind: 'redis',
};

function named(name: string) {
  return {
    metadata: {
      name,
      namespace: 'team-a',
      uid: name,
      labels: { 'kratix.io/workflow-action': 'configure' },
    },
    spec: {},
  };
}

function eventAbout(kind: string, name: string) {
  return {
    metadata: { name: `${name}.1`, namespace: 'team-a', uid: `event-${name}` },
    involvedObject: { kind, name, namespace: 'team-a' },
    type: 'Normal',
    reason: 'Started',
  };
}

/** A cluster whose lists of a kind are what the test says, and empty of all others. */
function clientOf(pages: Record<string, (token: unknown) => unknown>) {
  return new DefaultDeliveryClient(
    scopeOptions(({ path, query }) => {
      const plural = path.split('/').at(-1) ?? '';
      return pages[plural]?.(query?.continue) ?? { items: [] };
    }),
  );
}

describe('events', () => {
  it('are all there when everything could be read', async () => {
    await expect(clientOf({}).readEvents(target)).resolves.toEqual({
      events: [],
      isComplete: true,
    });
  });

  it('are those of the Jobs of every page', async () => {
    const client = clientOf({
      jobs: token =>
        token
          ? { items: [named('second')] }
          : { metadata: { continue: 'next' }, items: [named('first')] },
      events: () => ({ items: [eventAbout('Job', 'second')] }),
    });

    const { events, isComplete } = await client.readEvents(target);

    expect(events.map(({ subject }) => subject.name)).toContain('second');
    expect(isComplete).toBe(true);
  });

  it.each(['works', 'jobs', 'pods', 'events'])(
    'are not all where there are always more %s',
    async plural => {
      const client = clientOf({
        [plural]: () => ({ metadata: { continue: 'more' }, items: [] }),
      });

      const { isComplete } = await client.readEvents(target);

      expect(isComplete).toBe(false);
    },
  );

  it.each(['works', 'jobs', 'pods', 'events'])(
    'are not all where one of the %s cannot be understood',
    async plural => {
      const client = clientOf({ [plural]: () => ({ items: [{}] }) });

      const { isComplete } = await client.readEvents(target);

      expect(isComplete).toBe(false);
    },
  );

  it.each(['works', 'jobs', 'pods', 'events'])(
    'are not told as none where the list of %s is no list',
    async plural => {
      const client = clientOf({ [plural]: () => ({ kind: 'Status' }) });

      await expect(client.readEvents(target)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    },
  );
});

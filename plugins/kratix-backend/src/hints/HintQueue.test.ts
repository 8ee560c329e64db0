import { HintQueue } from './HintQueue';

describe('HintQueue', () => {
  const create = () => new HintQueue({ minIntervalMs: 1_000, mostTopics: 3 });

  it('gives the first hint of an object at once', () => {
    const queue = create();
    queue.add('dev', ['a']);

    expect(queue.take(0)).toEqual([{ platform: 'dev', topics: ['a'] }]);
    expect(queue.isEmpty).toBe(true);
  });

  it('holds the next one of the same object for the interval, and keeps it', () => {
    const queue = create();
    queue.add('dev', ['a']);
    queue.take(0);
    queue.add('dev', ['a', 'b']);

    expect(queue.take(999)).toEqual([{ platform: 'dev', topics: ['b'] }]);
    expect(queue.isEmpty).toBe(false);
    expect(queue.take(1_000)).toEqual([{ platform: 'dev', topics: ['a'] }]);
    expect(queue.isEmpty).toBe(true);
  });

  it('makes one hint of many changes', () => {
    const queue = create();
    queue.add('dev', ['a']);
    queue.add('dev', ['a', 'b']);
    queue.add('prod', ['c']);

    expect(queue.take(0)).toEqual([
      { platform: 'dev', topics: ['a', 'b'] },
      { platform: 'prod', topics: ['c'] },
    ]);
  });

  it('names no object when too many changed', () => {
    const queue = create();
    queue.add('dev', ['a', 'b', 'c', 'd']);

    expect(queue.take(0)).toEqual([{ platform: 'dev' }]);
    expect(queue.isEmpty).toBe(true);
  });

  it('lets "anything" swallow single objects, and holds it for the interval too', () => {
    const queue = create();
    queue.add('dev', 'anything');
    queue.add('dev', ['a']);
    expect(queue.take(0)).toEqual([{ platform: 'dev' }]);

    queue.add('dev', 'anything');
    expect(queue.take(500)).toEqual([]);
    expect(queue.take(1_000)).toEqual([{ platform: 'dev' }]);
  });

  it('has nothing to say when nothing changed', () => {
    const queue = create();
    queue.add('dev', []);

    expect(queue.isEmpty).toBe(true);
    expect(queue.take(0)).toEqual([]);
  });
});

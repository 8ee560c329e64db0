import type { SpecOptions } from '../OrderOptions';
import { placeProblems } from './placeProblems';

const schema = {
  properties: {
    size: { type: 'integer' },
    users: {
      type: 'array',
      items: { properties: { name: { type: 'string' } } },
    },
    labels: { additionalProperties: { type: 'string' } },
    values: {},
  },
};

const last: SpecOptions = {
  isLast: true,
  places: [
    { page: 'Redis', names: ['engine'] },
    { page: 'More options', names: ['size', 'users'] },
  ],
  rules: [
    { says: 'small ones have no users', names: ['size', 'users'] },
    { says: 'self.engine != self.size', names: ['engine', 'size'] },
  ],
};

function place(path: string, options: SpecOptions, message = 'no') {
  return placeProblems([{ path, message }], { schema, options });
}

describe('placeProblems', () => {
  it.each([
    ['spec.size', ['size'], 'no'],
    ['spec.users[1].name', ['users', '1', 'name'], 'no'],
    ['spec.labels[a.b/c]', ['labels', 'a.b/c'], 'no'],
    ['spec.labels.team', ['labels', 'team'], 'no'],
    ['spec.values.deep.down', ['values'], 'deep.down: no'],
    ['spec.engine.name', [], 'engine.name, on the page “Redis”: no'],
    ['spec.hidden', [], 'hidden: no'],
    ['spec', [], 'no'],
    ['', [], 'no'],
    ['metadata.name', [], 'metadata.name: no'],
  ])('shows what is wrong with %s at %j', (path, way, message) => {
    expect(place(path, last)).toEqual([{ way, message }]);
  });

  it.each(['spec.engine', 'spec', '', 'metadata.name'])(
    'leaves %s to a later page',
    path => {
      expect(place(path, { isLast: false })).toEqual([]);
    },
  );

  it('shows a rule about the whole at the fields it speaks of', () => {
    const says = 'Invalid value: "object": small ones have no users';

    for (const options of [last, { rules: last.rules }]) {
      expect(place('spec', options, says)).toEqual([
        { way: ['size'], message: 'small ones have no users' },
        { way: ['users'], message: 'small ones have no users' },
      ]);
    }
  });

  it('waits with a rule until all of its fields could be filled in', () => {
    const says = 'failed rule: self.engine != self.size';

    expect(place('spec', { rules: last.rules }, says)).toEqual([]);
    expect(place('spec', last, says)).toEqual([
      { way: ['size'], message: says },
    ]);
  });

  it('names the part of an editor that is the whole', () => {
    const placed = placeProblems([{ path: 'spec.a.b', message: 'no' }], {
      schema: {},
      options: { isLast: true },
    });

    expect(placed).toEqual([{ way: [], message: 'a.b: no' }]);
  });
});

import { isPromiseSelected, isRequestSelected } from './selection';

describe('isPromiseSelected', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, false],
    [{ 'kratix.io/portal-backstage': 'true' }, true, true],
    [{ 'kratix.io/portal-backstage': 'false' }, true, true],
    [{ 'kratix.io/portal-customization': 'mine' }, true, true],
    [{ 'kratix.io/backstage-customization': 'mine' }, true, true],
    [{ 'kratix.io/backstage': 'true' }, true, true],
    [{ 'kratix.io/backstage': 'false' }, false, false],
    [{ 'kratix.io/portal-port': 'true' }, true, false],
  ])('with labels %j: all %s, labelled %s', (labels, all, labelled) => {
    expect(isPromiseSelected({ labels, annotations: {} }, 'all')).toBe(all);
    expect(isPromiseSelected({ labels, annotations: {} }, 'labelled')).toBe(
      labelled,
    );
  });

  it('leaves out what its author hides', () => {
    const hidden = {
      labels: { 'kratix.io/backstage': 'true' },
      annotations: { 'kratix-portal.io/hide': 'true' },
    };

    expect(isPromiseSelected(hidden, 'all')).toBe(false);
    expect(isPromiseSelected(hidden, 'labelled')).toBe(false);
  });
});

describe('isRequestSelected', () => {
  it.each<[Record<string, string>, Record<string, string>, boolean]>([
    [{}, {}, true],
    [{ 'kratix.io/backstage': 'false' }, {}, false],
    [{ 'kratix.io/portal-backstage': 'false' }, {}, false],
    [{ 'kratix.io/portal-backstage': 'true' }, {}, true],
    [{ 'kratix.io/dry-run': 'true' }, {}, false],
    [{}, { 'kratix-portal.io/hide': 'true' }, false],
    [{}, { 'kratix-portal.io/hide': 'false' }, true],
  ])(
    'with labels %j and annotations %j: %s',
    (labels, annotations, expected) => {
      expect(isRequestSelected({ labels, annotations })).toBe(expected);
    },
  );
});

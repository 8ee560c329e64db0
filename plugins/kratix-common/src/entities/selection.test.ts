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

  it.each<[Record<string, string>, boolean]>([
    [{ 'kratix.io/portal-backstage.internal': 'true' }, true],
    [{ 'kratix.io/portal-backstage.internal': 'false' }, true],
    [{ 'kratix.io/portal-customization.internal': 'mine' }, true],
    [{ 'kratix.io/portal-backstage': 'true' }, true],
    [{ 'kratix.io/backstage': 'true' }, true],
    [{ 'kratix.io/portal-backstage.public': 'true' }, false],
    [{ 'kratix.io/portal-backstage.internal.eu': 'true' }, false],
    [{}, false],
  ])('for the instance internal, with labels %j: %s', (labels, expected) => {
    const promise = { labels, annotations: {} };

    expect(isPromiseSelected(promise, { instance: 'internal' })).toBe(expected);
  });

  it('does not take the label of an instance where none is named', () => {
    const promise = {
      labels: { 'kratix.io/portal-backstage.internal': 'true' },
      annotations: {},
    };

    expect(isPromiseSelected(promise, 'labelled')).toBe(false);
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
  it.each([
    ['kratix.io/portal-backstage.internal', false],
    ['kratix.io/portal-backstage.public', true],
    ['kratix.io/portal-backstage', false],
  ])('for the instance internal, with %s: false, %s', (label, expected) => {
    const request = { labels: { [label]: 'false' }, annotations: {} };

    expect(isRequestSelected(request, { instance: 'internal' })).toBe(expected);
  });

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

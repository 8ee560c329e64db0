import type { Entity } from '@backstage/catalog-model';
import { buildSlice, type SliceSource } from './buildSlice';

interface Thing {
  readonly name: string;
  readonly says?: string;
  readonly entities?: readonly string[];
  readonly problem?: string;
  readonly isHidden?: boolean;
}

const entity = (name: string, title = name): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, title },
});

/** The same things, for a slice that may be updated and for one that is built each time. */
function sourceOf(
  objects: readonly Thing[],
  options: {
    shared?: unknown;
    built?: string[];
    isList?: boolean;
    unsteady?: readonly Thing[];
    /** Of which the inputs are others. */
    renamed?: string;
  } = {},
): SliceSource {
  const { shared = 'shared', built = [], isList = true } = options;
  const { unsteady = [], renamed } = options;
  const toItem = (thing: Thing) =>
    thing.isHidden
      ? undefined
      : {
          key: thing.name,
          inputs: [thing, shared, thing.name === renamed],
          build: () => {
            built.push(thing.name);
            return {
              entities: (thing.entities ?? [thing.name]).map(name =>
                entity(name, thing.says),
              ),
              problems: thing.problem
                ? [
                    {
                      platform: 'dev',
                      kind: 'Thing',
                      name: thing.name,
                      code: 'odd',
                      message: thing.problem,
                    },
                  ]
                : [],
            };
          },
        };
  return {
    inputs: [shared, objects],
    unsayable: new Set(),
    *items() {
      for (const thing of objects) {
        const item = toItem(thing);
        if (item) {
          yield item;
        }
      }
    },
    ...(isList && {
      list: {
        objects,
        shared: [shared],
        unsteady,
        keyOf: ({ name }: Thing) => name,
        toItem,
      },
    }),
  };
}

const a: Thing = { name: 'a' };
const b: Thing = { name: 'b' };
const c: Thing = { name: 'c' };

describe('buildSlice of a list', () => {
  it('makes the changed object alone', () => {
    const first = buildSlice(sourceOf([a, b, c]), undefined);
    const built: string[] = [];

    const second = buildSlice(
      sourceOf([a, { name: 'b', says: 'new' }, c], { built }),
      first,
    );

    expect(built).toEqual(['b']);
    expect(second.slice).not.toBe(first.slice);
    expect(second.slice.entities.get('resource:default/b')).toMatchObject({
      metadata: { title: 'new' },
    });
    expect(second.slice.entities.get('resource:default/a')).toBe(
      first.slice.entities.get('resource:default/a'),
    );
  });

  it('stays the same slice while nothing new is said', () => {
    const first = buildSlice(sourceOf([a, b]), undefined);

    expect(buildSlice(sourceOf([a, { ...b }]), first).slice).toBe(first.slice);
  });

  it.each<[string, Thing[], Thing[]]>([
    ['one more', [a], [a, b]],
    ['one less', [a, b, c], [a, c]],
    ['one that is left out from now on', [a, b], [a, { ...b, isHidden: true }]],
    ['one that comes in', [a, { ...b, isHidden: true }], [a, b]],
    ['another problem', [a, b], [a, { ...b, problem: 'new' }]],
    ['a problem less', [a, { ...b, problem: 'old' }], [a, b]],
    ['a problem that stays beside', [{ ...a, problem: 'old' }, b], [c]],
    ['another entity', [a, b], [a, { ...b, entities: ['x', 'y'] }]],
    ['two that say the same', [a, b], [a, { ...b, entities: ['a'] }]],
    ['no longer the same', [a, { ...b, entities: ['a'] }], [a, b]],
    [
      'an entity that moves',
      [a, { ...b, entities: ['x'] }],
      [{ ...a, entities: ['x'] }, b],
    ],
    ['two of one name', [a, b], [a, { ...a, says: 'twice' }, b]],
    ['everything', [a, b], [c]],
    ['nothing any more', [a, b], []],
  ])('says what building all of it says: %s', (_, before, after) => {
    const updated = buildSlice(
      sourceOf(after),
      buildSlice(sourceOf(before), undefined),
    );
    const whole = buildSlice(sourceOf(after, { isList: false }), undefined);

    expect(updated.slice).toEqual(whole.slice);
    expect(new Set(updated.table.keys())).toEqual(new Set(whole.table.keys()));
  });

  it('makes all of it when something changes that all are made from', () => {
    const first = buildSlice(sourceOf([a, b]), undefined);
    const built: string[] = [];

    buildSlice(sourceOf([a, b], { shared: 'other', built }), first);

    expect(built).toEqual(['a', 'b']);
  });

  it('makes again what stays the same but is not steady, when it would be made otherwise', () => {
    const then = [a, b, c];
    const now = [a, b, { ...c }];
    const builtWhen = (
      renamed: string,
      unsteady: { before?: Thing[]; after?: Thing[] },
    ) => {
      const built: string[] = [];
      buildSlice(
        sourceOf(now, { built, renamed, unsteady: unsteady.after }),
        buildSlice(sourceOf(then, { unsteady: unsteady.before }), undefined),
      );
      return built;
    };

    expect(builtWhen('a', { after: [a] })).toEqual(['a', 'c']);
    // What went may have been why it was not.
    expect(builtWhen('a', { before: [a] })).toEqual(['a', 'c']);
    expect(builtWhen('nothing', { before: [a], after: [b] })).toEqual(['c']);
  });
});

import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  EntityPlan,
  KnownSlice,
  PlanSlice,
  SliceName,
} from '../EntityPlan';
import { foldBaseline, foldSent } from './foldSent';
import type { Mutation, MutationOptions } from './Mutation';
import { planMutation } from './planMutation';
import { nothingSent, type SentState } from './SentEntity';

const options: MutationOptions = {
  want: 'delta',
  removalBrake: 0.5,
  nowMs: 0,
  phaseHoldMs: 2_000,
};

const resource = (name: string, phase = 'Ready'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations: { [entityAnnotations.phase]: phase } },
});

const known = (...entities: Entity[]): KnownSlice => ({
  state: 'known',
  entities: new Map(
    entities.map(entity => [
      `resource:default/${entity.metadata.name}`,
      entity,
    ]),
  ),
  unsayable: new Set(),
  problems: [],
});

const unknown: PlanSlice = { state: 'unknown' };

const planOf = (slices: Partial<Record<SliceName, PlanSlice>>): EntityPlan => ({
  platform: 'dev',
  stale: new Set(),
  areOrphansKnown: true,
  slices: new Map(
    Object.entries({ promises: known(), ...slices }) as [
      SliceName,
      PlanSlice,
    ][],
  ),
});

/** The state after a plan was sent, by the same two functions. */
const sentAfter = (plan: EntityPlan, before: SentState = baselineEmpty) =>
  foldSent(
    before,
    plan,
    planMutation(plan, before, { ...options, want: 'full' }),
    0,
  );

const baselineEmpty = foldBaseline(nothingSent, new Map());

const refsOf = (mutation: Mutation) =>
  mutation.type === 'skip'
    ? { upserts: [], removals: [] }
    : {
        upserts: mutation.upserts.map(({ entityRef }) => entityRef),
        removals: [...mutation.removals],
      };

describe('planMutation', () => {
  it('says nothing while the Promises are unknown, whatever is asked', () => {
    const sent = sentAfter(planOf({ 'requests/redis': known(resource('a')) }));
    const plan = planOf({ promises: unknown });

    for (const want of ['delta', 'full', 'heal'] as const) {
      expect(planMutation(plan, sent, { ...options, want })).toMatchObject({
        type: 'skip',
        reason: 'promises-unknown',
      });
    }
  });

  it('sends everything in full when everything is known', () => {
    const plan = planOf({
      promises: known(resource('redis')),
      'requests/redis': known(resource('a')),
    });

    const mutation = planMutation(plan, baselineEmpty, {
      ...options,
      want: 'full',
    });

    expect(mutation).toMatchObject({ type: 'full', reason: 'periodic' });
    expect(refsOf(mutation).upserts).toEqual([
      'resource:default/redis',
      'resource:default/a',
    ]);
    expect(mutation.numbers).toEqual({
      planned: 2,
      added: 2,
      changed: 0,
      removed: 0,
      refused: 0,
      unknownSlices: [],
      staleSlices: [],
    });
  });

  it('sends no full mutation before it is known what the catalog holds', () => {
    const plan = planOf({ 'requests/redis': known(resource('a')) });

    expect(
      planMutation(plan, nothingSent, { ...options, want: 'full' }),
    ).toMatchObject({ type: 'delta', reason: 'full-withheld-no-baseline' });
  });

  it('sends nothing when nothing changed', () => {
    const plan = planOf({ 'requests/redis': known(resource('a')) });

    expect(planMutation(plan, sentAfter(plan), options)).toMatchObject({
      type: 'skip',
      reason: 'nothing-changed',
    });
  });

  it('sends only what changed, appeared and went', () => {
    const [a, b] = [resource('a'), resource('b')];
    const sent = sentAfter(
      planOf({ 'requests/redis': known(a, b, resource('c')) }),
    );
    const plan = planOf({
      'requests/redis': known(a, resource('b', 'Failed'), resource('d')),
    });

    const mutation = planMutation(plan, sent, options);

    expect(mutation.type).toBe('delta');
    expect(refsOf(mutation)).toEqual({
      upserts: ['resource:default/b', 'resource:default/d'],
      removals: ['resource:default/c'],
    });
    expect(mutation.numbers).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
    });
  });

  describe('with an unknown collection', () => {
    const a = resource('a');
    const b = resource('b');

    it('removes nothing of it, and carries it over into a full mutation', () => {
      const sent = sentAfter(
        planOf({ 'requests/redis': known(a), 'requests/vault': known(b) }),
      );
      const plan = planOf({
        'requests/redis': unknown,
        'requests/vault': known(),
      });

      const delta = planMutation(plan, sent, options);
      const full = planMutation(plan, sent, { ...options, want: 'full' });

      expect(refsOf(delta)).toEqual({
        upserts: [],
        removals: ['resource:default/b'],
      });
      expect(full.type).toBe('full');
      expect(refsOf(full)).toEqual({
        upserts: ['resource:default/a'],
        removals: ['resource:default/b'],
      });
    });

    it('withholds the full mutation when it was never known here, but serves the others', () => {
      const plan = planOf({
        'requests/redis': unknown,
        'requests/vault': known(b),
      });

      const full = planMutation(plan, baselineEmpty, {
        ...options,
        want: 'full',
      });

      expect(full).toMatchObject({
        type: 'delta',
        reason: 'full-withheld-unknown',
      });
      expect(refsOf(full).upserts).toEqual(['resource:default/b']);
    });

    it('heals by sending again all that is known', () => {
      const plan = planOf({
        'requests/redis': unknown,
        'requests/vault': known(b),
      });
      const sent = sentAfter(plan);

      expect(planMutation(plan, sent, { ...options, want: 'full' }).type).toBe(
        'skip',
      );
      const heal = planMutation(plan, sent, { ...options, want: 'heal' });
      expect(heal.type).toBe('delta');
      expect(refsOf(heal).upserts).toEqual(['resource:default/b']);
    });

    it('removes by name what an earlier process left in a known collection', () => {
      const sent = foldBaseline(
        nothingSent,
        new Map<string, SliceName>([
          ['resource:default/old', 'requests/vault'],
          ['resource:default/kept', 'requests/redis'],
        ]),
      );
      const plan = planOf({
        'requests/redis': unknown,
        'requests/vault': known(b),
      });

      expect(refsOf(planMutation(plan, sent, options))).toEqual({
        upserts: ['resource:default/b'],
        removals: ['resource:default/old'],
      });
    });
  });

  it('repeats nothing of what the cluster does not confirm now', () => {
    const plan = planOf({
      'requests/redis': known(resource('a')),
      'requests/vault': known(resource('b')),
    });
    const sent = sentAfter(plan);
    const stale: EntityPlan = { ...plan, stale: new Set(['requests/redis']) };

    const heal = planMutation(stale, sent, { ...options, want: 'heal' });

    expect(heal).toMatchObject({
      type: 'delta',
      reason: 'full-withheld-stale',
      numbers: { staleSlices: ['requests/redis'] },
    });
    expect(refsOf(heal)).toEqual({
      upserts: ['resource:default/b'],
      removals: [],
    });
  });

  it('removes the requests of a Promise that is gone', () => {
    const sent = sentAfter(planOf({ 'requests/redis': known(resource('a')) }));

    expect(refsOf(planMutation(planOf({}), sent, options)).removals).toEqual([
      'resource:default/a',
    ]);
  });

  it('does not remove what moved to another collection', () => {
    const a = resource('a');
    const sent = sentAfter(planOf({ 'requests/redis': known(a) }));
    const plan = planOf({ 'requests/vault': known(a) });

    expect(planMutation(plan, sent, options).type).toBe('skip');
  });

  it('keeps the last entity of an object of which none can be made now', () => {
    const sent = sentAfter(planOf({ 'requests/redis': known(resource('a')) }));
    const plan = planOf({
      'requests/redis': {
        ...known(),
        unsayable: new Set(['resource:default/a']),
      },
    });

    expect(planMutation(plan, sent, options).type).toBe('skip');
    expect(
      refsOf(planMutation(plan, sent, { ...options, want: 'full' })),
    ).toEqual({
      upserts: ['resource:default/a'],
      removals: [],
    });
  });

  describe('the removal brake', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => resource(`r${index}`));

    it('holds back the removal of more than half of more than ten', () => {
      const all = many(12);
      const sent = sentAfter(planOf({ 'requests/redis': known(...all) }));
      const plan = planOf({ 'requests/redis': known(...all.slice(7)) });

      for (const want of ['delta', 'full', 'heal'] as const) {
        const mutation = planMutation(plan, sent, { ...options, want });
        expect(mutation.reason).toBe('removals-refused');
        expect(mutation.type).not.toBe('full');
        expect(mutation.numbers).toMatchObject({ removed: 0, refused: 7 });
        expect(refsOf(mutation).removals).toEqual([]);
      }
    });

    it('still lets additions through', () => {
      const sent = sentAfter(planOf({ 'requests/redis': known(...many(12)) }));
      const plan = planOf({ 'requests/redis': known(resource('new')) });

      expect(refsOf(planMutation(plan, sent, options))).toEqual({
        upserts: ['resource:default/new'],
        removals: [],
      });
    });

    it('counts what earlier processes left', () => {
      const sent = foldBaseline(
        nothingSent,
        new Map(
          many(20).map(({ metadata }) => [
            `resource:default/${metadata.name}`,
            'requests/redis' as SliceName,
          ]),
        ),
      );

      expect(
        planMutation(planOf({}), sent, { ...options, want: 'full' }),
      ).toMatchObject({ type: 'skip', numbers: { refused: 20 } });
    });

    it.each<[string, number, Partial<MutationOptions>]>([
      ['ten or fewer', 10, {}],
      ['everything when it is switched off', 11, { removalBrake: 1 }],
    ])('lets %s go', (_, count, overrides) => {
      const sent = sentAfter(
        planOf({ 'requests/redis': known(...many(count)) }),
      );

      const mutation = planMutation(planOf({}), sent, {
        ...options,
        ...overrides,
      });

      expect(refsOf(mutation).removals).toHaveLength(count);
    });

    it('lets exactly half go', () => {
      const sent = sentAfter(planOf({ 'requests/redis': known(...many(12)) }));
      const plan = planOf({ 'requests/redis': known(...many(6)) });

      expect(refsOf(planMutation(plan, sent, options)).removals).toHaveLength(
        6,
      );
    });
  });

  describe('a phase that flaps', () => {
    const planWith = (phase: string) =>
      planOf({ 'requests/redis': known(resource('a', phase)) });
    const step = (sent: SentState, phase: string, nowMs: number) => {
      const plan = planWith(phase);
      const mutation = planMutation(plan, sent, { ...options, nowMs });
      return { mutation, sent: foldSent(sent, plan, mutation, nowMs) };
    };

    it('is sent at once the first time, then held until it has stood', () => {
      const start = sentAfter(planWith('Pending'));
      const first = step(start, 'Running', 100);
      expect(first.mutation.type).toBe('delta');

      const second = step(first.sent, 'Failed', 500);
      expect(second.mutation).toMatchObject({ type: 'skip', wakeAtMs: 2_100 });

      const third = step(second.sent, 'Failed', 2_100);
      expect(third.mutation.type).toBe('delta');
    });

    it('is not sent at all when it comes back meanwhile', () => {
      const first = step(sentAfter(planWith('Pending')), 'Running', 0);
      const second = step(first.sent, 'Failed', 500);
      const plan = planWith('Running');
      const before = [...second.sent.entities.values()][0]?.entity;
      const back: EntityPlan = {
        ...plan,
        slices: new Map(plan.slices).set(
          'requests/redis',
          known(before as Entity),
        ),
      };

      const third = planMutation(back, second.sent, {
        ...options,
        nowMs: 1_000,
      });

      expect(third).toMatchObject({ type: 'skip', reason: 'nothing-changed' });
      expect(third.wakeAtMs).toBeUndefined();
    });

    it('is in a full mutation as it was last sent', () => {
      const first = step(sentAfter(planWith('Pending')), 'Running', 0);

      const full = planMutation(planWith('Failed'), first.sent, {
        ...options,
        want: 'full',
        nowMs: 500,
      });

      const entities = full.type === 'full' ? full.upserts : [];
      expect(entities.map(({ entity }) => entity.metadata.annotations)).toEqual(
        [{ [entityAnnotations.phase]: 'Running' }],
      );
    });
  });
});

import type { Entity } from '@backstage/catalog-model';
import {
  tell,
  type CatalogProblemCode,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { EntityPlan, KnownSlice, PlanSlice } from '../plan/EntityPlan';
import { objectOf } from '../plan/losses/objectOf';
import { checkEntity } from './checkEntity';

/**
 * Takes the entities out of a plan that the catalog would refuse, and says why. Each entity and each
 * slice is judged once: plans share what did not change.
 * @internal
 */
export class EntityChecker {
  private readonly entityVerdicts = new WeakMap<Entity, string | 'fine'>();
  private readonly sliceVerdicts = new WeakMap<PlanSlice, PlanSlice>();

  async check(plan: EntityPlan): Promise<EntityPlan> {
    const slices = await Promise.all(
      [...plan.slices].map(
        async ([name, slice]) =>
          [name, await this.checkSlice(plan.platform, slice)] as const,
      ),
    );
    return { ...plan, slices: new Map(slices) };
  }

  private async checkSlice(
    platform: string,
    slice: PlanSlice,
  ): Promise<PlanSlice> {
    if (slice.state === 'unknown') {
      return slice;
    }
    const known = this.sliceVerdicts.get(slice);
    if (known) {
      return known;
    }
    const checked = await this.withoutRefused(platform, slice);
    this.sliceVerdicts.set(slice, checked);
    return checked;
  }

  private async withoutRefused(
    platform: string,
    slice: KnownSlice,
  ): Promise<KnownSlice> {
    const refused = new Map<string, { entity: Entity; reason: string }>();
    for (const [ref, entity] of slice.entities) {
      const verdict = await this.checkEntity(entity);
      if (verdict !== 'fine') {
        refused.set(ref, { entity, reason: verdict });
      }
    }
    if (refused.size === 0) {
      return slice;
    }
    return {
      state: 'known',
      entities: new Map(
        [...slice.entities].filter(([ref]) => !refused.has(ref)),
      ),
      unsayable: new Set([...slice.unsayable, ...refused.keys()]),
      problems: [
        ...slice.problems,
        ...[...refused].map(([ref, { entity, reason }]) => ({
          platform,
          ...objectOf(entity),
          code: 'entity-refused' satisfies CatalogProblemCode,
          ...tell('problem.entityRefused', {
            entity: ref,
            reason: reason.slice(0, LONGEST_REASON),
          }),
          ...pathIn(reason),
        })),
      ],
    };
  }

  private async checkEntity(entity: Entity): Promise<string | 'fine'> {
    const known = this.entityVerdicts.get(entity);
    if (known !== undefined) {
      return known;
    }
    const verdict = (await checkEntity(entity)) ?? 'fine';
    this.entityVerdicts.set(entity, verdict);
    return verdict;
  }
}

/** The catalog may quote what it does not take, whole. */
const LONGEST_REASON = 500;

/** Where in the entity, from how the catalog says it: `Error: "tags.0" is not valid; …`, `TypeError: /spec must …`. */
function pathIn(reason: string): { readonly path?: string } {
  const [, quoted, pointer] =
    /^\w+: (?:"([\w.]+)" is not valid|\/([\w/]+))/.exec(reason) ?? [];
  const path = quoted ?? pointer?.replace(/\//g, '.');
  return path ? { path } : {};
}

import {
  buildPromiseEntities,
  promiseEntityRef,
  type KratixPromise,
  type NamedPlatform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { Unreadable } from '../findUnreadable';
import type { PlanOptions } from '../PlanOptions';
import { toObjectProblems } from '../toObjectProblems';
import { transformEntities } from '../transformEntities';

/**
 * The selected Promises, as a part of the plan.
 * @internal
 */
export function promiseSource(
  promises: readonly KratixPromise[],
  unreadable: Unreadable,
  { platform, transformers }: PlanOptions,
): SliceSource {
  const knownPromises = new Set([
    ...promises.map(({ name }) => name),
    ...unreadable.promises,
  ]);
  return {
    inputs: [...promises, platform.names?.key],
    unsayable: unreadable.promiseEntityRefs,
    *items(): Generator<SliceItem> {
      for (const promise of promises) {
        yield {
          key: promise.name,
          inputs: [
            promise,
            requiredAndKnown(promise, knownPromises),
            ...namesOf(promise, platform),
          ],
          build: (): BuiltObject => {
            const { entities, problems } = buildPromiseEntities(
              promise,
              platform,
              { knownPromises },
            );
            const about = {
              ...promise,
              platform: platform.name,
              kind: 'Promise',
            };
            return transformEntities(
              { entities, problems: toObjectProblems(problems, about) },
              transformers,
              {
                about,
                apply: (transformer, given) =>
                  transformer.promise?.({ promise, platform, entities: given }),
              },
            );
          },
        };
      }
    },
  };
}

/** What its entities are called, and what they point to, where that depends on other Promises. */
function namesOf(
  { name, requiredPromises }: KratixPromise,
  platform: NamedPlatform,
): string[] {
  return platform.names
    ? [name, ...requiredPromises.map(required => required.name)].map(promise =>
        promiseEntityRef(platform, { promise }),
      )
    : [];
}

/** The part of what is known that a Promise's entities depend on, as a value that can be compared. */
function requiredAndKnown(
  { requiredPromises }: KratixPromise,
  knownPromises: ReadonlySet<string>,
): string {
  return requiredPromises
    .filter(({ name }) => knownPromises.has(name))
    .map(({ name }) => name)
    .join(' ');
}

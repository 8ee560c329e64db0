import { isDeepStrictEqual } from 'node:util';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  tell,
  type CatalogProblemCode,
  type ObjectProblem,
  type Told,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isRequestsSlice, type SliceName } from '../EntityPlan';
import type { SliceMemo } from '../sources/buildSlice';
import type { LossOwner } from './objectOf';

/**
 * What is not in the catalog because an adopter's transformer left it out, or because another object gives an
 * entity of that name. Told of a Promise, an object or the platform, and of requests only how many: thousands may
 * be left out on purpose, and not everybody may know their names.
 *
 * @remarks
 * Looks at every object, so it is made when somebody asks and not with every plan.
 * @internal
 */
export function findLosses(
  platform: string,
  memos: ReadonlyMap<SliceName, SliceMemo>,
): ObjectProblem[] {
  const leftOut = new Losses('transformer-left-out');
  const taken = new Losses('entity-taken');
  const first = new Map<string, Entity>();
  for (const { slice, key, result } of objectsIn(memos)) {
    result.leftOut.forEach(ref => leftOut.add({ slice, key, ref }));
    for (const [ref, entity] of result.entities) {
      const holder = first.get(ref) ?? entity;
      first.set(ref, holder);
      if (holder !== entity && !isSaying(holder, entity)) {
        taken.add({ slice, key, ref });
      }
    }
  }
  return [...taken.toProblems(platform), ...leftOut.toProblems(platform)];
}

function* objectsIn(memos: ReadonlyMap<SliceName, SliceMemo>) {
  for (const [slice, { table }] of memos) {
    for (const [key, { result }] of table) {
      yield { slice, key, result };
    }
  }
}

interface Loss {
  readonly slice: SliceName;
  readonly key: string;
  readonly ref: string;
}

class Losses {
  readonly #refs = new Map<string, { owner: LossOwner; refs: string[] }>();
  readonly #counts = new Map<string, number>();

  constructor(private readonly code: 'transformer-left-out' | 'entity-taken') {}

  add({ slice, key, ref }: Loss): void {
    if (isRequestsSlice(slice)) {
      const promise = slice.slice('requests/'.length);
      this.#counts.set(promise, (this.#counts.get(promise) ?? 0) + 1);
      return;
    }
    const id = `${slice} ${key}`;
    const entry = this.#refs.get(id) ?? {
      owner: ownerOf(slice, key),
      refs: [],
    };
    entry.refs.push(ref);
    this.#refs.set(id, entry);
  }

  toProblems(platform: string): ObjectProblem[] {
    const toProblem = (owner: LossOwner, told: Told): ObjectProblem => ({
      code: this.code satisfies CatalogProblemCode,
      ...told,
      platform,
      ...owner,
    });
    return [
      ...[...this.#refs.values()].map(({ owner, refs }) =>
        toProblem(
          owner,
          tell(wordingsOf[this.code].own, { entities: { list: refs } }),
        ),
      ),
      ...[...this.#counts].map(([name, count]) =>
        toProblem(
          { kind: 'Promise', name },
          tell(wordingsOf[this.code].requests, { count }),
        ),
      ),
    ];
  }
}

const wordingsOf = {
  'transformer-left-out': {
    own: 'problem.transformerLeftOut',
    requests: 'problem.transformerLeftOutRequests',
  },
  'entity-taken': {
    own: 'problem.entityTaken',
    requests: 'problem.entityTakenRequests',
  },
} as const;

function ownerOf(slice: SliceName, key: string): LossOwner {
  switch (slice) {
    case 'promises':
      return { kind: 'Promise', name: key };
    case 'destinations':
      return { kind: 'Destination', name: key };
    default:
      return { kind: 'Template', name: key };
  }
}

/** Many objects may give the same on purpose, such as the System of their team: then nothing is lost. */
function isSaying(holder: Entity, other: Entity): boolean {
  return isDeepStrictEqual(withoutOrigin(holder), withoutOrigin(other));
}

function withoutOrigin({ metadata, ...rest }: Entity): object {
  const annotations = { ...metadata.annotations };
  delete annotations[ANNOTATION_LOCATION];
  delete annotations[ANNOTATION_ORIGIN_LOCATION];
  return { ...rest, metadata: { ...metadata, annotations } };
}

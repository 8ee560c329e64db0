import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  entityAnnotations,
  tell,
  type Problem,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixEntityTransformer } from '@kratix-portal/backstage-plugin-kratix-node';
import type { BuiltObject } from './sources/buildSlice';
import { toObjectProblems, type ProblemOwner } from './toObjectProblems';

/**
 * What the adopter's transformers make of the entities of one object. One that fails makes no entity at all,
 * rather than the default, for it may be there to leave something out.
 * @internal
 */
export function transformEntities(
  built: BuiltObject,
  transformers: readonly KratixEntityTransformer[] | undefined,
  options: {
    /** Undefined for a transformer that has nothing to say of such objects. */
    readonly apply: (
      transformer: KratixEntityTransformer,
      entities: readonly Entity[],
    ) => readonly Entity[] | undefined;
    readonly about: ProblemOwner;
  },
): BuiltObject {
  const [first] = built.entities;
  if (!transformers?.length || !first) {
    return built;
  }
  const origin = originOf(first);
  const refs = built.entities;
  try {
    const entities = transformers.reduce<readonly Entity[]>(
      (given, transformer) =>
        requireEntities(options.apply(transformer, given) ?? given),
      built.entities.map(entity => structuredClone(entity)),
    );
    return {
      ...built,
      entities: entities.map(entity => withOrigin(entity, origin)),
      ...(entities.length < refs.length && {
        leftOut: findLeftOut(refs, entities),
      }),
    };
  } catch (error) {
    return {
      entities: [],
      unsayable: refs,
      problems: [
        ...built.problems,
        ...toObjectProblems([toProblem(error)], options.about),
      ],
    };
  }
}

/** By reference; what got another name is not among them, unless something else is missing too. */
function findLeftOut(
  given: readonly Entity[],
  answered: readonly Entity[],
): readonly string[] {
  const kept = new Set(answered.map(entity => stringifyEntityRef(entity)));
  return given
    .map(entity => stringifyEntityRef(entity))
    .filter(ref => !kept.has(ref));
}

// The type says so; a transformer in JavaScript, or an async one, may not heed it.
function requireEntities(value: unknown): readonly Entity[] {
  if (!Array.isArray(value) || !value.every(isEntity)) {
    throw new TypeError('it must answer with a list of entities, at once');
  }
  return value;
}

function isEntity(value: unknown): value is Entity {
  const { kind, metadata } = (value ?? {}) as Partial<Entity>;
  return typeof kind === 'string' && typeof metadata?.name === 'string';
}

/** By these annotations a later process finds what this object has brought (`fetchBaseline`). */
function originOf(entity: Entity): Record<string, string> {
  const annotations = entity.metadata.annotations ?? {};
  return Object.fromEntries(
    [
      ANNOTATION_LOCATION,
      ANNOTATION_ORIGIN_LOCATION,
      entityAnnotations.platform,
    ].map(key => [key, annotations[key] ?? '']),
  );
}

function withOrigin(entity: Entity, origin: Record<string, string>): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...entity.metadata.annotations, ...origin },
    },
  };
}

function toProblem(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : 'it threw';
  return {
    code: 'transformer-failed',
    ...tell('problem.transformerFailed', { reason: reason.slice(0, 500) }),
  };
}

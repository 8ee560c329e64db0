import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  entityAnnotations,
  promiseEntityName,
  type KeptName,
  type KeptNames,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How Promises are named, by their entities in the catalog: which kind they are named after, and what their
 * authors called their Components.
 * @internal
 */
export function readKeptNames(entities: readonly Entity[]): KeptNames {
  const names = new Map<string, KeptName>();
  for (const entity of entities) {
    const promise = promiseOf(entity);
    // A transformer may have added other Components.
    if (promise && entity.kind === 'Component' && isOfPromise(entity)) {
      names.set(promise, toKeptName(promise, entity, entities));
    }
  }
  return names;
}

function toKeptName(
  promise: string,
  { metadata }: Entity,
  entities: readonly Entity[],
): KeptName {
  const kind =
    metadata.annotations?.[entityAnnotations.apiName]?.toLocaleLowerCase(
      'en-US',
    );
  const isNamedByKind = entities.some(
    other =>
      other.kind === 'Template' &&
      other.metadata.name === `${kind}-promise-template` &&
      promiseOf(other) === promise,
  );
  const usual =
    isNamedByKind && kind ? `${kind}-promise` : promiseEntityName(promise);
  return {
    ...(isNamedByKind && kind && { kind }),
    ...(metadata.name !== usual && { component: metadata.name }),
  };
}

function promiseOf({ metadata }: Entity): string | undefined {
  const location = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
  const [, collection, promise] = location.split('/');
  return collection === 'promises' ? promise : undefined;
}

function isOfPromise({ metadata }: Entity): boolean {
  return metadata.annotations?.[entityAnnotations.type] === 'promise';
}

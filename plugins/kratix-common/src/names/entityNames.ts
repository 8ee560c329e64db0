import { stringifyEntityRef } from '@backstage/catalog-model';
import type { PromiseRef, RequestRef } from '../model';
import { hashReference } from './hashReference';
import type { NamedPlatform } from './namePlatform';

/** Longest `metadata.name` of a catalog entity. */
const maxNameLength = 63;
const hashLength = 10;

/**
 * Name of a Promise's Component, API and Template.
 * @public
 */
export function promiseEntityName(promise: string): string {
  return promise.length <= maxNameLength
    ? promise
    : shorten(promise, [promise]);
}

/**
 * Name of a request's entity: `<promise>.<namespace>.<name>`. It depends on nothing but the request and
 * no two requests share it. A name that is too long, or that could be read in two
 * ways because the Promise's name has a dot, ends in `_` and a hash of the whole: no Kubernetes name
 * holds `_`, so nobody can order something whose name is another's short form. Kubernetes names are
 * lower-case, and so are entity references: case cannot make two collide.
 * @public
 */
export function requestEntityName(
  promise: string,
  namespace: string,
  name: string,
): string {
  const whole = `${promise}.${namespace}.${name}`;
  const isUnambiguous = !promise.includes('.');
  return isUnambiguous && whole.length <= maxNameLength
    ? whole
    : shorten(whole, [promise, namespace, name]);
}

/**
 * Name of a Destination's entity: `destination_<name>`. Requests are Resources too, and no request's name
 * has this form, for no Kubernetes name holds `_`.
 * @public
 */
export function destinationEntityName(destination: string): string {
  const whole = `destination_${destination}`;
  return whole.length <= maxNameLength
    ? whole
    : shorten(whole, ['destination', destination]);
}

/**
 * Of a platform, where its entities live and how they are named.
 * @public
 */
export type CatalogHome = Pick<
  NamedPlatform,
  'catalogNamespace' | 'naming' | 'names'
>;

/**
 * Name of the Component that stands for a Promise, on a platform.
 * @internal
 */
export function promiseComponentName(
  { names }: CatalogHome,
  promise: string,
): string {
  const kind = names?.kindOf(promise);
  return (
    names?.componentOf(promise) ??
    (kind ? `${kind}-promise` : promiseEntityName(promise))
  );
}

/**
 * Name of the Template that orders from a Promise, on a platform.
 * @internal
 */
export function promiseTemplateName(
  { names }: CatalogHome,
  promise: string,
): string {
  const kind = names?.kindOf(promise);
  return kind ? `${kind}-promise-template` : promiseEntityName(promise);
}

/**
 * Kind of the entities that stand for requests.
 * @public
 */
export function requestEntityKind({
  naming,
}: CatalogHome): 'Component' | 'Resource' {
  return naming === 'ske' ? 'Component' : 'Resource';
}

/**
 * Name of a request's entity, on a platform.
 * @internal
 */
export function requestNameOn(
  { names }: CatalogHome,
  {
    promise,
    namespace,
    name,
  }: Pick<RequestRef, 'promise' | 'namespace' | 'name'>,
): string {
  return (
    names?.requestName(promise, namespace, name) ??
    requestEntityName(promise, namespace, name)
  );
}

/**
 * Reference of the Component that stands for a Promise.
 * @public
 */
export function promiseEntityRef(
  platform: CatalogHome,
  ref: Pick<PromiseRef, 'promise'>,
): string {
  return toRef(
    platform,
    'component',
    promiseComponentName(platform, ref.promise),
  );
}

/**
 * Reference of the API entity of a Promise.
 * @public
 */
export function promiseApiEntityRef(
  platform: CatalogHome,
  ref: Pick<PromiseRef, 'promise'>,
): string {
  return toRef(platform, 'api', promiseEntityName(ref.promise));
}

/**
 * Reference of the Template that orders from a Promise.
 * @public
 */
export function promiseTemplateEntityRef(
  platform: CatalogHome,
  ref: Pick<PromiseRef, 'promise'>,
): string {
  return toRef(
    platform,
    'template',
    promiseTemplateName(platform, ref.promise),
  );
}

/**
 * Reference of the entity that stands for a request.
 * @public
 */
export function requestEntityRef(
  platform: CatalogHome,
  ref: Pick<RequestRef, 'promise' | 'namespace' | 'name'>,
): string {
  return toRef(
    platform,
    requestEntityKind(platform),
    requestNameOn(platform, ref),
  );
}

function toRef(
  { catalogNamespace }: CatalogHome,
  kind: string,
  name: string,
): string {
  return stringifyEntityRef({ kind, namespace: catalogNamespace, name });
}

function shorten(whole: string, parts: readonly string[]): string {
  const kept = whole
    .slice(0, maxNameLength - hashLength - 1)
    .replace(/[^a-z0-9]+$/, '');
  return `${kept}_${hashReference(parts, hashLength)}`;
}

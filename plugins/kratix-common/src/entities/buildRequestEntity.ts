import type { Entity } from '@backstage/catalog-model';
import {
  shownVersion,
  type KratixPromise,
  type NamespaceInfo,
  type Phase,
  type ResourceRequest,
} from '../model';
import {
  promiseEntityRef,
  requestEntityKind,
  requestEntityRef,
  requestNameOn,
} from '../names/entityNames';
import { findParents } from '../compound/findParents';
import { authorAnnotations, entityAnnotations } from '../names/keys';
import type { NamedPlatform } from '../names/namePlatform';
import type { AuthorWishes } from './AuthorWishes';
import type { EntityBuild } from './EntityBuild';
import { findOutputLinks } from './findOutputLinks';
import { locationAnnotations } from './locationAnnotations';
import { findRequestNameProblems } from './nameProblems';
import { ownerRules, promiseTitle } from './promiseWords';
import { readDocs } from './readDocs';
import { readEntityRef } from './readEntityRef';
import { skeOwnerKey, wishesOfRequest } from './wishesOf';

/**
 * What a request's entity depends on beside the request.
 * @public
 */
export interface RequestEntityContext {
  readonly platform: NamedPlatform;
  readonly phase: Phase;
  readonly promise?: KratixPromise;
  /** The Promise is known not to exist any more: nobody answers to this request. */
  readonly isPromiseGone?: boolean;
  /** The Kubernetes Namespace, for its owner annotation. */
  readonly namespaceInfo?: NamespaceInfo;
}

/**
 * Step 4 of 7: a resource request as the catalog shows it. It holds what people search for; details are
 * asked for live by the page.
 * @public
 */
export function buildRequestEntity(
  request: ResourceRequest,
  context: RequestEntityContext,
): EntityBuild {
  const { platform } = context;
  const wishes = wishesOfRequest(request, context.promise);
  const description = describe(wishes, request, context);
  const system = wishes.entityRef('system', { defaultKind: 'system' });
  const docs = readDocs(wishes, { mayBuild: false });
  const links = [
    ...docs.links,
    ...wishes.links(),
    ...findOutputLinks(request.status.outputs),
  ];
  const dependsOn = findDependencies(wishes, request, context);
  const parents = findParentRefs(request, platform);
  const kind = requestEntityKind(platform);
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: requestNameOn(platform, toRef(request)),
      namespace: platform.catalogNamespace,
      title: wishes.text('title') ?? request.name,
      description,
      annotations: {
        ...locationAnnotations(platform.name, [
          'requests',
          request.promiseName,
          request.namespace,
          request.name,
        ]),
        ...identityAnnotations(request, context),
        ...docs.annotations,
      },
      tags: tagsOf(wishes, context),
      ...(links.length > 0 && { links }),
    },
    spec: {
      type: 'kratix-resource',
      ...lifecycleOf(kind, wishes),
      owner: chooseOwner(wishes, request, context),
      ...(system && { system }),
      ...(dependsOn.length > 0 && { dependsOn }),
      ...(parents.length > 0 && { dependencyOf: parents }),
    },
  };
  return {
    entity,
    problems: [
      ...wishes.problems,
      ...findRequestNameProblems(request, platform),
    ],
  };
}

function toRef({ promiseName: promise, namespace, name }: ResourceRequest) {
  return { promise, namespace, name };
}

/** A Component must have one; a Resource has none. */
function lifecycleOf(kind: Entity['kind'], wishes: AuthorWishes) {
  return kind === 'Component'
    ? { lifecycle: wishes.word('lifecycle') ?? 'production' }
    : {};
}

function tagsOf(
  wishes: AuthorWishes,
  { isPromiseGone }: RequestEntityContext,
): string[] {
  const tags = isPromiseGone ? ['kratix', promiseGoneTag] : ['kratix'];
  return [...new Set([...tags, ...wishes.tags()])];
}

/** A Promise that is gone has no Component. */
function findDependencies(
  wishes: AuthorWishes,
  { promiseName: promise }: ResourceRequest,
  { platform, isPromiseGone }: RequestEntityContext,
): string[] {
  return [
    ...(isPromiseGone ? [] : [promiseEntityRef(platform, { promise })]),
    ...wishes.entityRefs('dependsOn', { defaultKind: 'component' }),
  ];
}

function describe(
  wishes: AuthorWishes,
  request: ResourceRequest,
  { platform, promise, isPromiseGone }: RequestEntityContext,
): string {
  const text =
    wishes.text('description', 1_000) ??
    `${promise ? promiseTitle(promise) : request.kind} in ${
      request.namespace
    } on ${platform.title}`;
  return isPromiseGone
    ? `${text}. Its Promise ${request.promiseName} no longer exists, so nothing acts on it`
    : text;
}

function identityAnnotations(
  request: ResourceRequest,
  { platform, phase, isPromiseGone }: RequestEntityContext,
): Record<string, string> {
  const promiseVersion = shownVersion(request.status.promiseVersion);
  const requestedBy = request.annotations[authorAnnotations.requestedBy];
  return {
    [entityAnnotations.type]: 'resource',
    [entityAnnotations.platform]: platform.name,
    [entityAnnotations.promiseName]: request.promiseName,
    [entityAnnotations.group]: request.group,
    [entityAnnotations.version]: request.version,
    [entityAnnotations.kind]: request.kind,
    [entityAnnotations.plural]: request.plural,
    [entityAnnotations.namespace]: request.namespace,
    [entityAnnotations.name]: request.name,
    [entityAnnotations.phase]: phase,
    ...(isPromiseGone && { [entityAnnotations.promiseState]: 'gone' }),
    ...(promiseVersion && {
      [entityAnnotations.promiseVersion]: promiseVersion,
    }),
    ...(requestedBy && { [entityAnnotations.requestedBy]: requestedBy }),
  };
}

const promiseGoneTag = 'promise-gone';

/** Design decision 7: the owner is never a constant. */
function chooseOwner(
  wishes: AuthorWishes,
  request: ResourceRequest,
  { platform, namespaceInfo, promise }: RequestEntityContext,
): string {
  const requestedBy = request.annotations[authorAnnotations.requestedBy];
  const namespaceOwner = namespaceInfo?.annotations[authorAnnotations.owner];
  return (
    wishes.entityRef('owner', ownerRules) ??
    ownerFrom(requestedBy, 'user') ??
    ownerFrom(namespaceOwner, 'group') ??
    ownerFrom(promise?.skeDefaults?.requests[skeOwnerKey], 'group') ??
    platform.defaultOwner
  );
}

/** Nobody, when an annotation is there and says nothing. */
function ownerFrom(
  text: string | undefined,
  defaultKind: string,
): string | undefined {
  return text ? readEntityRef(text, { ...ownerRules, defaultKind }) : undefined;
}

function findParentRefs(request: ResourceRequest, platform: NamedPlatform) {
  return findParents(request).map(parent => requestEntityRef(platform, parent));
}

import {
  buildRequestEntity,
  derivePhase,
  isRequestSelected,
  promiseWords,
  requestEntityRef,
  shownVersion,
  type NamespaceInfo,
  type PhaseContext,
  type NamedPlatform,
  type PromiseSelection,
  type KratixPromise,
  type Problem,
  type RequestRow,
  type ResourceRequest,
  type RequestOnPlatform,
  authorAnnotations,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PermissionedRequest } from '../authorization';

/**
 * One request as lists use it: read once for each version of it, and of what it depends on.
 * @internal
 */
export interface IndexedRequest {
  readonly row: Omit<RequestRow, 'isStale'>;
  readonly permissioned: PermissionedRequest;
  /** What a search looks through, in lower case. */
  readonly sought: string;
  readonly parents: readonly RequestOnPlatform[];
  /** What of it the catalog does not show as meant. */
  readonly problems: readonly Problem[];
}

/**
 * What a row depends on beside the request.
 * @internal
 */
export interface IndexingContext {
  readonly platform: NamedPlatform;
  readonly phase: PhaseContext;
  readonly promise: KratixPromise | undefined;
  readonly namespaceInfo: NamespaceInfo | undefined;
  /** Whether the catalog has the Promise. */
  readonly isPromiseInCatalog: boolean;
  readonly select: PromiseSelection;
}

/**
 * Reads one request for lists. Owner and title are those of its entity, so that list and catalog never disagree
 * about the owner.
 * @internal
 */
export function indexRequest(
  request: ResourceRequest,
  context: IndexingContext,
): Omit<IndexedRequest, 'parents'> {
  const { platform, promise, namespaceInfo } = context;
  const report = derivePhase(request, context.phase);
  const { entity, problems } = buildRequestEntity(request, {
    platform,
    phase: report.phase,
    promise,
    namespaceInfo,
  });
  const ref = {
    platform: platform.name,
    promise: request.promiseName,
    namespace: request.namespace,
    name: request.name,
  };
  const owner = textOf(entity.spec?.owner);
  const row = {
    ref,
    entityRef:
      context.isPromiseInCatalog && isRequestSelected(request, context.select)
        ? requestEntityRef(platform, ref)
        : undefined,
    title: entity.metadata.title ?? request.name,
    kind: request.kind,
    platformTitle: platform.title,
    promiseTitle: promise ? promiseWords(promise).title : request.kind,
    owner,
    requestedBy: request.annotations[authorAnnotations.requestedBy],
    createdAt: request.createdAt,
    promiseVersion: shownVersion(request.status.promiseVersion),
    report: { ...report, subjects: [...report.subjects] },
  };
  return {
    row,
    permissioned: { ...ref, ...(owner && { owner }) },
    sought: toSought(row),
    problems,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function toSought(row: Omit<RequestRow, 'isStale'>): string {
  const { ref, title, promiseTitle, platformTitle, owner, requestedBy } = row;
  return [
    ref.name,
    title,
    ref.namespace,
    ref.promise,
    promiseTitle,
    platformTitle,
    owner,
    requestedBy,
  ]
    .join('\n')
    .toLocaleLowerCase('en');
}

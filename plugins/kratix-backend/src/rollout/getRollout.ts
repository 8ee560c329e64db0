import { ServiceUnavailableError } from '@backstage/errors';
import {
  fleetTemplateEntityRef,
  kratixPromiseReadPermission,
  listSubjects,
  refuse,
  rolloutResponseSchema,
  rolloutTemplateName,
  shownVersion,
  subjectName,
  tell,
  whyExcluded,
  type PromiseRevision,
  type RolloutRequestResponse,
  type RolloutSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestHandler } from 'express';
import type { IndexedRequest } from '../lists/IndexedRequest';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatform,
  type ListContext,
} from '../lists/ListContext';
import { readableRequests } from '../lists/readableRequests';
import { toReason } from '../responses/toReason';
import { lookUpPromise } from '../state/lookUp';

/** As many as a person goes through. */
const MOST_REQUESTS = 1_000;

/**
 * `GET /promises/:platform/:promise/rollout`
 * @internal
 */
export function getRollout(
  context: ListContext,
): RequestHandler<{ platform: string; promise: string }> {
  const { authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const platform = kratix.platform(req.params.platform);
    const index = indexPlatform(context, platform);
    const { promise } = req.params;
    lookUpPromise(index.snapshot, promise);
    const facts = listSubjects(index.snapshot, promise);
    if (!facts) {
      throw refuse(
        ServiceUnavailableError,
        tell('refusal.rolloutUnknown', { promise, platform: platform.title }),
      );
    }
    const access = await findRequestAccess(context, credentials);
    const readable = access
      ? readableRequests(index, access, name => name === promise)
      : [];
    const requests = joinRows(readable, facts.subjects);
    const latest = facts.revisions.find(({ isLatest }) => isLatest)?.version;
    res.json(
      rolloutResponseSchema.parse({
        template: fleetTemplateEntityRef(platform, rolloutTemplateName),
        versions: [...facts.revisions].sort(newestFirst),
        requests: [
          ...requests.filter(({ applied }) => applied !== latest),
          ...requests.filter(({ applied }) => applied === latest),
        ].slice(0, MOST_REQUESTS),
        count: requests.length,
      }),
    );
  };
}

function joinRows(
  rows: readonly IndexedRequest[],
  subjects: readonly RolloutSubject[],
): RolloutRequestResponse[] {
  const byName = new Map(
    subjects.map(subject => [subjectName(subject), subject] as const),
  );
  return rows.flatMap(({ row }) => {
    const subject = byName.get(`${row.ref.namespace}/${row.ref.name}`);
    return subject ? [toRequest(row, subject)] : [];
  });
}

function toRequest(
  row: IndexedRequest['row'],
  subject: RolloutSubject,
): RolloutRequestResponse {
  const { request, binding } = subject;
  // No version has an empty name, so this never says that it is there already.
  const excluded = whyExcluded(subject, { version: '', resolved: '' });
  return {
    namespace: request.namespace,
    name: request.name,
    entityRef: row.entityRef,
    owner: row.owner,
    labels: request.labels,
    following: binding?.version,
    applied: shownVersion(request.status.promiseVersion),
    failed: binding?.failedVersion,
    ...(excluded && {
      excluded: { code: excluded.code, ...toReason(excluded.why) },
    }),
  };
}

function newestFirst(one: PromiseRevision, other: PromiseRevision): number {
  if (one.isLatest !== other.isLatest) {
    return one.isLatest ? -1 : 1;
  }
  return (other.createdAt ?? '').localeCompare(one.createdAt ?? '');
}

import type { RequestHandler } from 'express';
import {
  buildImpactReport,
  countVerdicts,
  findStoredVersions,
  impactBodySchema,
  impactResponseSchema,
  kratixPromiseReadPermission,
  toImpactMarkdown,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatform,
} from '../lists/ListContext';
import { readableRequests } from '../lists/readableRequests';
import { parseInput } from '../routes/parseInput';
import { lookUpPromise } from '../state/lookUp';
import type { FleetContext } from './FleetContext';
import { judgeRequests } from './judgeRequests';
import { readCandidate } from './readCandidate';

/** As many as a person goes through; the counts tell of the rest. */
const MOST_REQUESTS = 500;

/**
 * `POST /promises/:platform/:promise/impact`: what another state of a Promise would mean on this platform. A
 * question, although its body may be a whole file: nothing is written.
 * @internal
 */
export function postImpact(
  context: FleetContext,
): RequestHandler<{ platform: string; promise: string }> {
  const { authorizer, kratix } = context;
  return async (req, res) => {
    const { candidate } = parseInput(impactBodySchema, req.body);
    const credentials = await credentialsOf(context, req);
    await authorizer.require(kratixPromiseReadPermission, credentials);
    const platform = kratix.platform(req.params.platform);
    const index = indexPlatform(context, platform);
    const name = req.params.promise;
    const { value: before } = lookUpPromise(index.snapshot, name);
    const after = await readCandidate(candidate, before, { kratix, platform });

    const access = await findRequestAccess(context, credentials);
    const all = index.requests.get(name) ?? [];
    const readable = access
      ? readableRequests(index, access, promise => promise === name)
      : [];
    const requests = await judgeRequests(
      { before, after },
      readable,
      index.snapshot,
    );
    const report = buildImpactReport(
      { before, after },
      {
        requests,
        storedVersions: findStoredVersions(index.snapshot, after),
      },
    );
    res.json(
      impactResponseSchema.parse({
        ...report,
        platform: platform.name,
        platformTitle: platform.title,
        counts: countVerdicts(requests),
        requests: report.requests
          .filter(({ verdict }) => verdict !== 'valid')
          .slice(0, MOST_REQUESTS),
        isComplete:
          index.snapshot.requests.get(name)?.state === 'synced' &&
          readable.length === all.length,
        markdown: toImpactMarkdown(report),
      }),
    );
  };
}

import {
  authorAnnotations,
  createRequestJudge,
  type JudgedRequest,
  type PromiseApi,
  type PromisePair,
  type RequestImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WrittenRequest } from './readRequests';

/**
 * What becomes of the requests of one service. Without an API on both sides there is nothing to judge by; the
 * changes of the Promise say so already.
 * @internal
 */
export function judgeRequests(
  { before, after }: PromisePair,
  requests: readonly WrittenRequest[],
): JudgedRequest[] {
  if (!before?.api || !after?.api) {
    return [];
  }
  const apis = [before.api, after.api];
  const judge = createRequestJudge(before.api, after.api);
  return requests
    .filter(({ object }) => apis.some(api => isOf(object, api)))
    .map(({ object, source, isStanding = false }) => {
      const impact = judge(object);
      return {
        ...readIdentity(object),
        source,
        ...impact,
        ...(isStanding && losesItsVersion(impact) && { verdict: 'refused' }),
      };
    });
}

/**
 * A platform that answers with a version serves it, whatever the old file says: the file is not what stands there.
 * Then what takes the version away is the change.
 */
function losesItsVersion({ verdict, reasons }: RequestImpact): boolean {
  return (
    verdict === 'refusedBefore' &&
    reasons.some(({ path }) => path === 'apiVersion')
  );
}

/** Whether an object is a request of this service, at whatever version. @internal */
export function isOf(
  { apiVersion, kind }: WrittenRequest['object'],
  api: PromiseApi,
): boolean {
  return (
    kind === api.kind &&
    typeof apiVersion === 'string' &&
    apiVersion.split('/')[0] === api.group
  );
}

function readIdentity({
  metadata,
}: WrittenRequest['object']): Pick<
  JudgedRequest,
  'namespace' | 'name' | 'owner'
> {
  const { name, namespace, annotations } = asObject(metadata);
  const owner = asObject(annotations)[authorAnnotations.owner];
  return {
    name: typeof name === 'string' ? name : '(without a name)',
    ...(typeof namespace === 'string' && { namespace }),
    ...(typeof owner === 'string' && { owner }),
  };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

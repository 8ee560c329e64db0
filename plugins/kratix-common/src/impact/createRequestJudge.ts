import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { createObjectJudge } from '../structural';
import { describeError } from './describeError';
import { judgeRequestImpact } from './judgeRequestImpact';
import type { FieldReason, ObjectJudge, RequestImpact } from './RequestImpact';
import { tell } from '../wording';

/**
 * Judges many requests of one service against another state of its API, by the rules of the API server
 * (see `createObjectJudge`). Reading the schemas is done once.
 * @public
 */
export function createRequestJudge(
  before: PromiseApi,
  after: PromiseApi,
): (request: JsonObject) => RequestImpact {
  const judges = new Map(
    [before, after].map(api => [api, createVersionsJudge(api)]),
  );
  const judge: ObjectJudge = (object, api, stored) => {
    const verdict = judges.get(api)?.(object, stored);
    return {
      errors: [
        ...judgeType(object, api),
        ...(verdict?.errors ?? []).map(error => ({
          path: error.field,
          message: describeError(error),
        })),
      ],
      unjudged: (verdict?.unjudged ?? []).map(({ rule }) => rule),
      object: (verdict?.stored ?? object) as JsonObject,
    };
  };
  return request => judgeRequestImpact(request, before, after, judge);
}

/**
 * The API server judges a request by the version that it names, and stores it as another one without asking
 * again; Kratix then reads that one, with its defaults and without what it does not know.
 * Source: apiextensions-apiserver/pkg/apiserver/conversion/nop_converter.go (1.36).
 */
function createVersionsJudge(
  api: PromiseApi,
): ReturnType<typeof createObjectJudge> {
  const judgeStored = createObjectJudge(api.schema);
  const others = new Map(
    Object.entries(api.otherSchemas ?? {}).map(([version, schema]) => [
      version,
      createObjectJudge(schema),
    ]),
  );
  return (request, previous) => {
    const judgeWritten = others.get(
      String(request.apiVersion ?? '').split('/')[1] ?? '',
    );
    if (!judgeWritten) {
      return judgeStored(request, previous);
    }
    const verdict = judgeWritten(request, previous);
    return { ...verdict, stored: judgeStored(verdict.stored).stored };
  };
}

/** No schema speaks of these two, since the API server looks at them first. */
function judgeType(
  { apiVersion, kind }: JsonObject,
  api: PromiseApi,
): FieldReason[] {
  const [group, version = ''] = String(apiVersion ?? '').split('/');
  const isServed = group === api.group && api.servedVersions.includes(version);
  return [
    ...(isServed
      ? []
      : [
          {
            path: 'apiVersion',
            ...tell('impact.notServed', {
              version: String(apiVersion),
              right: `${api.group}/${api.version}`,
            }),
          },
        ]),
    ...(kind === api.kind
      ? []
      : [
          {
            path: 'kind',
            ...tell('impact.wrongKind', {
              kind: String(kind),
              right: api.kind,
            }),
          },
        ]),
  ];
}

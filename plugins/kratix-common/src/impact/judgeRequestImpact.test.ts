import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { judgeRequestImpact } from './judgeRequestImpact';
import type { ObjectJudge } from './RequestImpact';

const request: JsonObject = {
  apiVersion: 'example.org/v1',
  kind: 'Cache',
  metadata: { name: 'cache', namespace: 'team-a' },
  spec: { size: 'small' },
};

function accepts(more: JsonObject): ObjectJudge {
  return object => ({
    errors: [],
    unjudged: [],
    object: { ...object, ...more },
  });
}

const v1: PromiseApi = {
  crdName: 'caches.example.org',
  group: 'example.org',
  version: 'v1',
  servedVersions: ['v1'],
  kind: 'Cache',
  plural: 'caches',
  scope: 'Namespaced',
  schema: {},
};

const v2: PromiseApi = { ...v1, version: 'v2', servedVersions: ['v2'] };

describe('judgeRequestImpact', () => {
  it('is valid when both sides say the same', () => {
    expect(judgeRequestImpact(request, v1, v1, accepts({}))).toEqual({
      verdict: 'valid',
      reasons: [],
      differences: [],
    });
  });

  it('tells what defaults and dropped fields make of it', () => {
    const judge: ObjectJudge = (object, api) => ({
      errors: [],
      unjudged: [],
      object: {
        ...object,
        spec:
          api === v1
            ? { size: 'small', users: [{ name: 'a' }], old: 1 }
            : { size: 'small', users: [{ name: 'b' }], 'a.b': true },
      },
    });

    expect(judgeRequestImpact(request, v1, v2, judge)).toEqual({
      verdict: 'changed',
      reasons: [],
      differences: [
        { path: 'spec.users[0].name', before: 'a', after: 'b' },
        { path: 'spec.old', before: 1 },
        { path: 'spec["a.b"]', after: true },
      ],
    });
  });

  it.each([
    ['refused', v2],
    ['refusedBefore', v1],
  ] as const)(
    'is %s when the new API does not take it',
    (verdict, refusing) => {
      const reason = { path: 'spec.size', message: 'is required' };
      const judge: ObjectJudge = (object, api) => ({
        errors: api === v2 || api === refusing ? [reason] : [],
        unjudged: [],
        object,
      });

      expect(judgeRequestImpact(request, v1, v2, judge)).toMatchObject({
        verdict,
        reasons: [reason],
      });
    },
  );

  it('blames the change for what the old API did not mind, and says it first', () => {
    const old = { path: 'spec.size', message: 'was wrong' };
    const fresh = { path: 'spec.zone', message: 'is wrong now' };
    const judge: ObjectJudge = (object, api) => ({
      errors: api === v2 ? [old, fresh] : [old],
      unjudged: [],
      object,
    });

    expect(judgeRequestImpact(request, v1, v2, judge)).toEqual({
      verdict: 'refused',
      reasons: [fresh, old],
      differences: [],
    });
  });

  it('does not say that what the old API refused is tolerated', () => {
    const reason = { path: 'spec.size', message: 'is wrong' };
    const judge: ObjectJudge = (object, _api, stored) => ({
      errors: stored ? [] : [reason],
      unjudged: [],
      object,
    });

    expect(judgeRequestImpact(request, v1, v2, judge)).toEqual({
      verdict: 'refusedBefore',
      reasons: [reason],
      differences: [],
    });
  });

  it('asks about the request as it is written', () => {
    const asked: unknown[] = [];
    const judge: ObjectJudge = (object, api) => {
      asked.push([api.version, object.apiVersion]);
      return { errors: [], unjudged: [], object };
    };

    judgeRequestImpact(request, v1, v2, judge);

    expect(asked).toEqual([
      ['v2', 'example.org/v1'],
      ['v1', 'example.org/v1'],
    ]);
  });
});

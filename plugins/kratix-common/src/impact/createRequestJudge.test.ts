import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { createRequestJudge } from './createRequestJudge';

const sized = (size: JsonObject): JsonObject => ({
  type: 'object',
  properties: {
    spec: { type: 'object', properties: { size } },
  },
});

const before: PromiseApi = {
  crdName: 'things.example.org',
  group: 'example.org',
  version: 'v1',
  servedVersions: ['v1'],
  kind: 'Thing',
  plural: 'things',
  scope: 'Namespaced',
  schema: sized({ type: 'string' }),
};

/** Stores v2 from now on. */
function moved(v1: JsonObject, v2: JsonObject): PromiseApi {
  return {
    ...before,
    version: 'v2',
    servedVersions: ['v1', 'v2'],
    schema: sized(v2),
    otherSchemas: { v1: sized(v1) },
  };
}

const request = (version: string): JsonObject => ({
  apiVersion: `example.org/${version}`,
  kind: 'Thing',
  metadata: { name: 'a' },
  spec: { size: 'x' },
});

describe('createRequestJudge', () => {
  it.each<[string, PromiseApi, string]>([
    [
      'takes what the version that a request names takes',
      moved({ type: 'string' }, { type: 'integer' }),
      'valid',
    ],
    [
      'refuses what that version refuses, whatever the stored one says',
      moved({ type: 'string', minLength: 2 }, { type: 'string' }),
      'refused',
    ],
    [
      'tells what the stored version does not know',
      { ...moved({ type: 'string' }, {}), schema: { type: 'object' } },
      'changed',
    ],
    [
      'refuses a version that is gone',
      { ...moved({}, { type: 'string' }), servedVersions: ['v2'] },
      'refused',
    ],
  ])('%s', (_, after, verdict) => {
    expect(createRequestJudge(before, after)(request('v1')).verdict).toBe(
      verdict,
    );
  });

  it('says where the API server goes on taking what stands', () => {
    const judge = (size: JsonObject) =>
      createRequestJudge(before, { ...before, schema: sized(size) })(
        request('v1'),
      );

    expect(judge({ type: 'string', enum: ['s'] })).toMatchObject({
      verdict: 'refused',
      isTolerated: true,
      reasons: [{ path: 'spec.size' }],
    });
    expect(judge({ type: 'string' })).toEqual({
      verdict: 'valid',
      reasons: [],
      differences: [],
    });
  });

  it('does not tolerate a version that is not served', () => {
    const after = { ...moved({}, { type: 'string' }), servedVersions: ['v2'] };

    expect(createRequestJudge(before, after)(request('v1'))).toEqual({
      verdict: 'refused',
      reasons: [expect.objectContaining({ path: 'apiVersion' })],
      differences: [],
    });
  });

  it('reads defaults of the stored version into a request of another', () => {
    const after = moved({ type: 'string' }, { type: 'string', default: 's' });
    const judge = createRequestJudge(before, after);

    expect(judge({ ...request('v1'), spec: {} })).toEqual({
      verdict: 'changed',
      reasons: [],
      differences: [{ path: 'spec.size', after: 's' }],
    });
  });
});

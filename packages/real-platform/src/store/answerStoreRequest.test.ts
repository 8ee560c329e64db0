import { answerStoreRequest } from './answerStoreRequest';
import type { ObjectStore } from './ObjectStore';

function createStore() {
  const store: ObjectStore = {
    buckets: new Map([['kratix', new Map()]]),
    uploads: new Set(),
    readOnly: new Set(),
  };
  return (method: string, key: string, search = '', body = '') =>
    answerStoreRequest(store, {
      method,
      bucket: 'kratix',
      key,
      search: new URLSearchParams(search),
      body: Buffer.from(body),
      now: new Date(0),
    });
}

describe('answerStoreRequest', () => {
  it('keeps what is put, under the checksum that Kratix compares', () => {
    const ask = createStore();

    ask('PUT', 'dev/a.yaml', '', 'content');

    const answer = ask('GET', 'dev/a.yaml');
    expect(String(answer.body)).toBe('content');
    expect(answer.headers?.etag).toBe('"9a0364b9e99bb480dd25e1f0284c8555"');
  });

  it('says NoSuchKey for what was removed', () => {
    const ask = createStore();
    ask('PUT', 'a', '', 'x');

    ask('DELETE', 'a');

    const answer = ask('GET', 'a');
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('<Code>NoSuchKey</Code>');
  });

  it('lists what is below a prefix only', () => {
    const ask = createStore();
    ask('PUT', 'dev/a&b', '', 'x');
    ask('PUT', 'prod/c', '', 'x');

    const body = String(ask('GET', '', 'list-type=2&prefix=dev/').body);

    expect(body.match(/<Key>[^<]*<\/Key>/g)).toEqual([
      '<Key>dev/a&amp;b</Key>',
    ]);
  });

  it('starts and aborts an upload once', () => {
    const ask = createStore();
    const started = String(ask('POST', 'a', 'uploads').body);
    const id = /<UploadId>(.*)<\/UploadId>/.exec(started)?.[1];

    const answers = [1, 2].map(() => ask('DELETE', 'a', `uploadId=${id}`));

    expect(answers.map(answer => answer.status)).toEqual([204, 404]);
  });
});

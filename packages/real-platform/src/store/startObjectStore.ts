import { createServer, type IncomingMessage } from 'node:http';
import {
  answerStoreRequest,
  storeError,
  type StoreAnswer,
  type StoreRequest,
} from './answerStoreRequest';
import { decodeAwsChunks } from './decodeAwsChunks';
import type { ObjectStore, ObjectStoreControls } from './ObjectStore';

/**
 * A store that runs.
 *
 * @internal
 */
export interface RunningObjectStore extends ObjectStoreControls {
  close(): Promise<void>;
}

/**
 * Starts an S3-compatible store on the loopback, for Kratix to write to. It
 * knows its client by the access key; the signature is not checked, because
 * nobody but this machine can reach it.
 *
 * @internal
 */
export async function startObjectStore(options: {
  buckets: readonly string[];
  readOnlyBuckets: readonly string[];
  accessKeyId: string;
  clock: () => Date;
}): Promise<RunningObjectStore> {
  const store: ObjectStore = {
    buckets: new Map(
      [...options.buckets, ...options.readOnlyBuckets].map(name => [
        name,
        new Map(),
      ]),
    ),
    readOnly: new Set(options.readOnlyBuckets),
    uploads: new Set(),
  };
  const state = { isFailing: false };
  const server = createServer(async (req, res) => {
    const request = await readRequest(req, options.clock());
    const answer = decide(req, request);
    res.writeHead(answer.status, {
      'x-amz-request-id': 'real-platform',
      ...answer.headers,
      'content-length': String(Buffer.byteLength(answer.body ?? '')),
    });
    // Node itself keeps the body of an answer to HEAD back.
    res.end(answer.body);
  });
  const decide = (req: IncomingMessage, request: StoreRequest): StoreAnswer => {
    // Not 5xx: Kratix's client repeats those for a long time (minio-go retry.go).
    if (state.isFailing) {
      return storeError(403, 'AccessDenied', request);
    }
    const isKnown = (req.headers.authorization ?? '').includes(
      `Credential=${options.accessKeyId}/`,
    );
    return isKnown
      ? answerStoreRequest(store, request)
      : storeError(403, 'InvalidAccessKeyId', request);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The object store was given no port');
  }
  return {
    endpoint: `127.0.0.1:${address.port}`,
    fail(isFailing) {
      state.isFailing = isFailing;
    },
    objects: bucket => [...(store.buckets.get(bucket)?.values() ?? [])],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(
  req: IncomingMessage,
  now: Date,
): Promise<StoreRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const url = new URL(req.url ?? '/', 'http://store');
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/');
  const isChunked = String(req.headers['x-amz-content-sha256']).startsWith(
    'STREAMING-',
  );
  return {
    method: req.method ?? 'GET',
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(rest.join('/')),
    search: url.searchParams,
    body: isChunked ? decodeAwsChunks(body) : body,
    now,
  };
}

import { createHash, randomUUID } from 'node:crypto';
import type { ObjectStore, StoredObject } from './ObjectStore';

/**
 * A request to the store, its body read and unwrapped.
 *
 * @internal
 */
export interface StoreRequest {
  method: string;
  bucket: string;
  key: string;
  search: URLSearchParams;
  body: Buffer;
  now: Date;
}

/**
 * What the store answers.
 *
 * @internal
 */
export interface StoreAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/**
 * The part of the S3 API that Kratix uses (lib/writers/s3.go at ae170e22:
 * multipart start and abort as a permission check, stat, get, put, remove,
 * ListObjectsV2, bucket exists) and what its client asks besides.
 *
 * @internal
 */
export function answerStoreRequest(
  store: ObjectStore,
  request: StoreRequest,
): StoreAnswer {
  const objects = store.buckets.get(request.bucket);
  if (!objects) {
    return storeError(404, 'NoSuchBucket', request);
  }
  return request.key === ''
    ? answerBucket(objects, request)
    : answerObject(store, objects, request);
}

/**
 * An error as S3 words it; a HEAD answer has no body.
 *
 * @internal
 */
export function storeError(
  status: number,
  code: string,
  request: StoreRequest,
): StoreAnswer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: xml('Error', {
      Code: code,
      Message: code,
      BucketName: request.bucket,
      Key: request.key,
      Resource: `/${request.bucket}/${request.key}`,
    }),
  };
}

function answerBucket(
  objects: ReadonlyMap<string, StoredObject>,
  request: StoreRequest,
): StoreAnswer {
  if (request.method === 'HEAD') {
    return { status: 200 };
  }
  if (request.method === 'GET' && request.search.has('location')) {
    return ok('<LocationConstraint></LocationConstraint>');
  }
  if (request.method === 'GET') {
    return ok(listObjects(objects, request));
  }
  return storeError(501, 'NotImplemented', request);
}

function answerObject(
  store: ObjectStore,
  objects: Map<string, StoredObject>,
  request: StoreRequest,
): StoreAnswer {
  const { method, bucket, key, search } = request;
  if (method === 'POST' && search.has('uploads')) {
    const UploadId = randomUUID();
    store.uploads.add(UploadId);
    return ok(
      xml('InitiateMultipartUploadResult', {
        Bucket: bucket,
        Key: key,
        UploadId,
      }),
    );
  }
  if (method === 'DELETE' && search.has('uploadId')) {
    return store.uploads.delete(search.get('uploadId') ?? '')
      ? { status: 204 }
      : storeError(404, 'NoSuchUpload', request);
  }
  if (method === 'PUT' && store.readOnly.has(bucket)) {
    return storeError(403, 'AccessDenied', request);
  }
  if (method === 'PUT') {
    const object = {
      bucket,
      key,
      content: request.body,
      etag: createHash('md5').update(request.body).digest('hex'),
      writtenAt: request.now,
    };
    objects.set(key, object);
    return { status: 200, headers: { etag: `"${object.etag}"` } };
  }
  if (method === 'DELETE') {
    objects.delete(key);
    return { status: 204 };
  }
  const object = objects.get(key);
  if (!object) {
    return storeError(404, 'NoSuchKey', request);
  }
  return method === 'GET' || method === 'HEAD'
    ? { status: 200, headers: objectHeaders(object), body: object.content }
    : storeError(501, 'NotImplemented', request);
}

function listObjects(
  objects: ReadonlyMap<string, StoredObject>,
  request: StoreRequest,
): string {
  const prefix = request.search.get('prefix') ?? '';
  const delimiter = request.search.get('delimiter') ?? '';
  const commonPrefixes = new Set<string>();
  const contents: StoredObject[] = [];
  for (const [key, object] of [...objects].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (!key.startsWith(prefix)) {
      continue;
    }
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (cut >= 0) {
      commonPrefixes.add(key.slice(0, cut + delimiter.length));
    } else {
      contents.push(object);
    }
  }
  const isUrlEncoded = request.search.get('encoding-type') === 'url';
  const encode = (key: string) =>
    isUrlEncoded ? encodeURIComponent(key) : escapeXml(key);
  const entries = contents.map(
    object =>
      `<Contents><Key>${encode(
        object.key,
      )}</Key><LastModified>${object.writtenAt.toISOString()}</LastModified><ETag>&quot;${
        object.etag
      }&quot;</ETag><Size>${
        object.content.length
      }</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const folders = [...commonPrefixes].map(
    folder =>
      `<CommonPrefixes><Prefix>${encode(folder)}</Prefix></CommonPrefixes>`,
  );
  return `<ListBucketResult><Name>${escapeXml(
    request.bucket,
  )}</Name><Prefix>${encode(prefix)}</Prefix><KeyCount>${
    entries.length + folders.length
  }</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>${
    isUrlEncoded ? '<EncodingType>url</EncodingType>' : ''
  }${entries.join('')}${folders.join('')}</ListBucketResult>`;
}

function objectHeaders(object: StoredObject): Record<string, string> {
  return {
    etag: `"${object.etag}"`,
    'last-modified': object.writtenAt.toUTCString(),
    'content-type': 'application/octet-stream',
  };
}

function ok(body: string): StoreAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
  };
}

function xml(name: string, fields: Record<string, string>): string {
  const inner = Object.entries(fields)
    .map(([field, value]) => `<${field}>${escapeXml(value)}</${field}>`)
    .join('');
  return `<${name}>${inner}</${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

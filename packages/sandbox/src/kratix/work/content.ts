import { gunzipSync, gzipSync } from 'node:zlib';

/** A file as Works and WorkPlacements hold it (lib/compression/compression.go). @internal */
export function encodeContent(text: string): string {
  return gzipSync(Buffer.from(text, 'utf8')).toString('base64');
}

// A Work cannot be larger than etcd's limit by much; anything else is not Kratix's.
const largestFile = 5_000_000;

/** The text of a workload; undefined when it is not what Kratix writes. @internal */
export function decodeContent(content: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(content, 'base64'), {
      maxOutputLength: largestFile,
    }).toString('utf8');
  } catch {
    return undefined;
  }
}

import { gunzipSync } from 'node:zlib';

/** The text of a file that a Work or a WorkPlacement carries. @internal */
export function unzipContent(content: string): string {
  return gunzipSync(Buffer.from(content, 'base64')).toString('utf8');
}

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/**
 * A short, stable hash of the parts of a reference, the same in the browser and on the server (neither
 * `node:crypto` nor the asynchronous Web Crypto would be). The parts are joined so that no two lists of
 * parts look alike.
 * @internal
 */
export function hashReference(
  parts: readonly string[],
  hexDigits: number,
): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(
    0,
    hexDigits,
  );
}

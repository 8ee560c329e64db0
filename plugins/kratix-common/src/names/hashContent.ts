import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import stringify from 'fast-json-stable-stringify';

const HEX_DIGITS = 16;

/**
 * Tells whether two JSON values hold the same, whatever the order of keys, without keeping them.
 * @internal
 */
export function hashContent(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(stringify(value) ?? ''))).slice(
    0,
    HEX_DIGITS,
  );
}

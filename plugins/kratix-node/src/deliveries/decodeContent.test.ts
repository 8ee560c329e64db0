import { gzipSync } from 'node:zlib';
import { decodeContent } from './decodeContent';

const pack = (bytes: Buffer | string) => gzipSync(bytes).toString('base64');
const LIMIT = 512 * 1024;

describe('decodeContent', () => {
  it.each(['kind: Namespace\n', '', 'größe: 中文 👍🏽\n'])(
    'reads %j',
    async text => {
      expect(await decodeContent(pack(text))).toEqual({
        type: 'text',
        text,
        bytes: Buffer.byteLength(text),
        isCut: false,
      });
    },
  );

  it.each([
    ['zeros', Buffer.from([1, 0, 2])],
    ['no UTF-8', Buffer.from([0x89, 0x50, 0xff, 0xfe])],
  ])('says of %s that it is binary', async (_, bytes) => {
    expect(await decodeContent(pack(bytes))).toEqual({
      type: 'binary',
      bytes: bytes.length,
      isCut: false,
    });
  });

  it('shows the beginning of what is long, not half a character', async () => {
    const file = await decodeContent(pack(`x${'ü'.repeat(5_000_000)}`));

    expect(file).toMatchObject({ type: 'text', isCut: true, bytes: LIMIT });
    expect(file.type === 'text' && file.text.endsWith('ü')).toBe(true);
  });

  it('unpacks no more than it shows', async () => {
    // A thousand times as large as it is here, and far more than may be kept.
    const bomb = pack(Buffer.alloc(160 * 1024 * 1024, 'a'));
    const before = process.memoryUsage().rss;

    const file = await decodeContent(bomb);

    expect(file).toMatchObject({ isCut: true, bytes: LIMIT });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it.each(['not base64 at all', 'aGVsbG8=', pack('a: 1').slice(0, -12)])(
    'says of %j that it cannot be decoded',
    async content => {
      expect(await decodeContent(content)).toEqual({ type: 'undecodable' });
    },
  );
});

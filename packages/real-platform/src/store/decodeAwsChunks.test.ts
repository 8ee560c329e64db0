import { decodeAwsChunks } from './decodeAwsChunks';

describe('decodeAwsChunks', () => {
  it('joins the data of signed chunks, line ends within it included', () => {
    const body = Buffer.from(
      '5;chunk-signature=aa\r\nab\r\nc\r\n2;chunk-signature=bb\r\nde\r\n0;chunk-signature=cc\r\n\r\n',
    );

    expect(decodeAwsChunks(body).toString()).toBe('ab\r\ncde');
  });

  it('refuses what is not chunked', () => {
    expect(() => decodeAwsChunks(Buffer.from('plain text'))).toThrow(/header/);
  });
});

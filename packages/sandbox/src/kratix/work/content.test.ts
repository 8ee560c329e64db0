import { decodeContent, encodeContent } from './content';

describe('content', () => {
  it('reads back what it wrote', () => {
    expect(decodeContent(encodeContent('kind: A\nname: ü\n'))).toBe(
      'kind: A\nname: ü\n',
    );
  });

  it('is gzip in base64', () => {
    expect(encodeContent('x')).toMatch(/^H4sI/);
  });

  it('does not choke on anything else', () => {
    expect(decodeContent('not gzip')).toBeUndefined();
  });
});

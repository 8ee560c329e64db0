import { decodeProtobuf } from './decodeProtobuf';

/** What `kubectl create configmap a --from-literal=x=1` (1.32) sends, cut to name, namespace and data. */
function field(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
}

function envelope(kind: string, raw: Buffer): Buffer {
  const typeMeta = Buffer.concat([field(1, 'v1'), field(2, kind)]);
  return Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, typeMeta),
    field(2, raw),
  ]);
}

describe('decodeProtobuf', () => {
  it('reads metadata, maps and lists', () => {
    const metadata = Buffer.concat([
      field(1, 'a'),
      field(3, 'default'),
      field(8, Buffer.alloc(0)),
      field(14, 'example.org/one'),
      field(14, 'example.org/two'),
    ]);
    const entry = Buffer.concat([field(1, 'x'), field(2, '1')]);

    expect(
      decodeProtobuf(
        envelope(
          'ConfigMap',
          Buffer.concat([field(1, metadata), field(2, entry)]),
        ),
      ),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'a',
        namespace: 'default',
        finalizers: ['example.org/one', 'example.org/two'],
      },
      data: { x: '1' },
    });
  });

  it.each([
    ['no envelope', Buffer.from('{}'), 'does not appear to be'],
    [
      'a kind that nobody sends so',
      envelope('Deployment', Buffer.alloc(0)),
      'unknown format',
    ],
    [
      'a message that ends early',
      Buffer.from([...Buffer.from('k8s\0'), 10, 99]),
      'unexpected EOF',
    ],
  ])('refuses %s', (_what, bytes, message) => {
    expect(() => decodeProtobuf(bytes)).toThrow(message);
  });
});

import type { RequestManifest } from '../manifest';
import { updateManifestFile } from './updateManifestFile';

const file = `# Asked for in TICKET-1
apiVersion: example.com/v1
kind: Redis
metadata:
  name: cache
  namespace: team-a
  labels:
    cost-centre: "42" # ours
spec:
  # why it is small
  size: small
  backup:
    keep: 3 # days
    where: s3
  gone: true
`;

const manifest: RequestManifest = {
  apiVersion: 'example.com/v1',
  kind: 'Redis',
  metadata: {
    name: 'cache',
    namespace: 'team-a',
    annotations: { 'kratix.io/requested-by': 'user:default/ana' },
  },
  spec: { size: 'large', backup: { keep: 3, where: 's3' }, tags: ['a'] },
};

describe('updateManifestFile', () => {
  it('keeps comments and what others wrote, and nothing under spec that is not asked for', () => {
    expect(updateManifestFile(file, manifest)).toEqual({
      ok: true,
      isChanged: true,
      text: `# Asked for in TICKET-1
apiVersion: example.com/v1
kind: Redis
metadata:
  name: cache
  namespace: team-a
  labels:
    cost-centre: "42" # ours
  annotations:
    kratix.io/requested-by: user:default/ana
spec:
  # why it is small
  size: large
  backup:
    keep: 3 # days
    where: s3
  tags:
    - a
`,
    });
  });

  it('leaves the text as it is when it says the same', () => {
    const same: RequestManifest = {
      ...manifest,
      metadata: { name: 'cache', namespace: 'team-a' },
      spec: { gone: true, size: 'small', backup: { keep: 3, where: 's3' } },
    };

    expect(updateManifestFile(file, same)).toEqual({
      ok: true,
      isChanged: false,
      text: file,
    });
  });

  it.each([
    ['another object', file.replace('name: cache', 'name: other')],
    ['another kind', file.replace('kind: Redis', 'kind: Secret')],
    ['two documents', `${file}---\na: 1\n`],
    ['no YAML', 'a: [1'],
    ['nothing', ''],
    ['a list', '- 1'],
  ])('refuses %s', (_, text) => {
    expect(updateManifestFile(text, manifest)).toMatchObject({ ok: false });
  });
});

import { parsePreviewSummary } from './parsePreviewSummary';

const preview = { preview: 'portal-0a1b2c3d4e', name: 'cache' };
const ephemeral = 'kratix-dry-run-portal-0a1b2c3d4e-9f8e7';
const parse = (text: string) => parsePreviewSummary(text, preview);

// The forms of dryrun_controller.go at ae170e22; packages/contract/recordings/dry-run.yaml.
const added = (path: string, text: string) =>
  `\n---\n\n## ➕ Added: \`${path}\`\n\n\`\`\`yaml\n${text}\n\`\`\`\n`;
const removed = (path: string, text: string) =>
  `\n---\n\n## 🗑️ Removed: \`${path}\`\n\n\`\`\`yaml\n${text}\n\`\`\`\n`;
const modified = (path: string, lines: string[]) =>
  `\n---\n\n## ✏️ Modified: \`${path}\`\n\n\`\`\`diff\n--- a/${path}\n+++ b/${path}\n${lines
    .map(line => `${line}\n`)
    .join('')}\`\`\`\n`;
const pipeline = (name: string, content: string) =>
  `## Pipeline: \`${name}\`\n\n**1 added · 1 modified · 1 removed**\n${content}`;
const title = '# Kratix Dry Run Summary\n\n';

describe('parsePreviewSummary', () => {
  it('reads what each pipeline adds, changes and removes', () => {
    const text = `${title}${pipeline(
      'apply',
      added('new.yaml', 'a: 1\nb: 2') +
        modified('size.yaml', [' kind: A', '-size: small', '+size: large']) +
        removed('old.yaml', 'c: 3'),
    )}\n---\n\n${pipeline('plan', '\nNo changes.\n')}`;

    expect(parse(text)).toEqual([
      {
        pipeline: 'apply',
        component: undefined,
        notes: [],
        files: [
          {
            path: 'new.yaml',
            change: 'added',
            diff: '+a: 1\n+b: 2',
            isCut: false,
          },
          {
            path: 'size.yaml',
            change: 'changed',
            diff: ' kind: A\n-size: small\n+size: large',
            isCut: false,
          },
          { path: 'old.yaml', change: 'removed', diff: '-c: 3', isCut: false },
        ],
      },
      { pipeline: 'plan', component: undefined, notes: [], files: [] },
    ]);
  });

  it('puts the name of the request right, and drops what differs in nothing else', () => {
    const text = `${title}${pipeline(
      'apply',
      modified('name.yaml', ['-name: cache', `+name: ${ephemeral}`]) +
        modified('both.yaml', [
          '-name: cache',
          '-size: small',
          `+name: ${ephemeral}`,
          '+size: large',
        ]) +
        added(`${ephemeral}.yaml`, `name: ${ephemeral}-config`),
    )}`;

    expect(parse(text)[0]?.files).toEqual([
      {
        path: 'both.yaml',
        change: 'changed',
        diff: ' name: cache\n-size: small\n+size: large',
        isCut: false,
      },
      {
        path: 'cache.yaml',
        change: 'added',
        diff: '+name: cache-config',
        isCut: false,
      },
    ]);
  });

  it('reads the parts of a compound request, with what Kratix says of them', () => {
    const text = `${title}## Compound request: \`app\` / \`cache\`\n\n### Pipeline: \`stack\`\n\n**0 added · 0 modified · 0 removed**\n\nNo changes.\n\n\n---\n\n## Component request: \`vault\` / \`keys\`\n\n> **Dry run failed.** A Configure Pipeline has failed: x\n\n---\n\n## Component request: \`redis\` / \`hot\`\n\n### Pipeline: \`configure\`\n\n**1 added · 0 modified · 0 removed**\n${added(
      'hot.yaml',
      'a: 1',
    )}`;

    expect(
      parse(text).map(({ component, pipeline: name, notes, files }) => ({
        component,
        name,
        notes,
        files: files.length,
      })),
    ).toEqual([
      { component: undefined, name: 'stack', notes: [], files: 0 },
      {
        component: { promise: 'vault', name: 'keys' },
        name: undefined,
        notes: ['Dry run failed. A Configure Pipeline has failed: x'],
        files: 0,
      },
      {
        component: { promise: 'redis', name: 'hot' },
        name: 'configure',
        notes: [],
        files: 1,
      },
    ]);
  });

  it('is not led astray by fences and headings inside a file', () => {
    const tricky = 'text: |\n```\n## Pipeline: not one\n```\nend: 1';
    const [section] = parse(
      `${title}${pipeline('apply', added('a.md', tricky) + added('b', 'c'))}`,
    );

    expect(section?.files.map(({ path, diff }) => [path, diff])).toEqual([
      ['a.md', tricky.replace(/^/gm, '+')],
      ['b', '+c'],
    ]);
  });

  it('folds what does not change', () => {
    const same = Array.from({ length: 20 }, (_, index) => ` line ${index}`);
    const [section] = parse(
      `${title}${pipeline(
        'apply',
        modified('long.yaml', [...same, '-a', '+b', ...same, '+c']),
      )}`,
    );

    expect(section?.files[0]?.diff.split('\n')).toEqual([
      ' line 17',
      ' line 18',
      ' line 19',
      '-a',
      '+b',
      ' line 0',
      ' line 1',
      ' line 2',
      '@@',
      ' line 17',
      ' line 18',
      ' line 19',
      '+c',
    ]);
  });

  it('cuts what is too long', () => {
    const [section] = parse(
      `${title}${pipeline('apply', added('huge', 'x\n'.repeat(100_000)))}`,
    );

    expect(section?.files[0]).toMatchObject({ isCut: true });
    expect(section?.files[0]?.diff.length).toBeLessThanOrEqual(50_000);
  });

  it.each(['', 'nothing that it knows', '```', '## ➕ Added: `x`'])(
    'makes nothing of %j',
    text => {
      expect(parse(text)).toEqual([]);
    },
  );

  // Whoever may preview saw the values of Secrets, in the page and in the log of a task, since the summary is
  // read in the portal's name.
  describe('of a Secret', () => {
    const secret = (...data: string[]) => [
      ' apiVersion: v1',
      ' kind: Secret',
      ' metadata:',
      '   name: credentials',
      ...data,
    ];
    const fileOf = (content: string) =>
      parse(`${title}${pipeline('apply', content)}`)[0]?.files[0];
    const masked =
      ' # Values of Secrets are masked, so a change of such a value does not show here';
    const withheld =
      ' # Not shown: this may hold a Secret whose values cannot be masked';

    it('shows the keys of one that comes, and no value', () => {
      const text = 'kind: Secret\nstringData:\n  password: hunter2';

      expect(fileOf(added('s.yaml', text))?.diff).toBe(
        [masked, '+kind: Secret', '+stringData:', '+  password: ••••••'].join(
          '\n',
        ),
      );
      expect(fileOf(removed('s.yaml', text))?.diff).toBe(
        [masked, '-kind: Secret', '-stringData:', '-  password: ••••••'].join(
          '\n',
        ),
      );
    });

    it('shows which keys come and go, and no value', () => {
      const file = fileOf(
        modified(
          's.yaml',
          secret(
            ' data:',
            '-  password: b2xk',
            '+  password: bmV3',
            '+  user: bWU=',
          ),
        ),
      );

      expect(file).toEqual({
        path: 's.yaml',
        change: 'changed',
        diff: [
          masked,
          '   name: credentials',
          ' data:',
          '   password: ••••••',
          '+  user: ••••••',
        ].join('\n'),
        isCut: false,
      });
    });

    it('keeps one of which nothing but a value changes', () => {
      expect(
        fileOf(
          modified('s.yaml', secret(' data:', '-  p: b2xk', '+  p: bmV3')),
        ),
      ).toEqual({
        path: 's.yaml',
        change: 'changed',
        diff: masked,
        isCut: false,
      });
    });

    it('masks what was one, or becomes one', () => {
      const file = fileOf(
        modified('s.yaml', [
          '-kind: Secret',
          '+kind: ConfigMap',
          ' data:',
          '-  p: b2xk',
          '+  p: plain',
        ]),
      );

      expect(file?.diff).toContain('-  p: ••••••');
      expect(file?.diff).not.toContain('b2xk');
    });

    it.each([
      ['cannot be taken apart', modified('s', secret('+data: "b2xk'))],
      [
        'is known in part only',
        modified('s', ['@@ -7,2 +7,2 @@', '-  p: b2xk', '+  p: bmV3']),
      ],
      [
        'is cut off by the end of the summary',
        '\n## ➕ Added: `s`\n\n```yaml\napiVersion: v1\ndata:\n  p: b2xk\n',
      ],
    ])('shows nothing of a file that %s', (_, content) => {
      expect(fileOf(content)).toMatchObject({ diff: withheld, isCut: false });
    });
  });

  it('writes out what cannot be seen', () => {
    const [section] = parse(
      `${title}${pipeline('apply', added('a\u202eb', 'c\u001b[31md'))}`,
    );

    expect(section?.files[0]).toMatchObject({
      path: 'a\\u202eb',
      diff: '+c\\u001b[31md',
    });
  });
});

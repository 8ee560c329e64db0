import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrows } from './arrows.mjs';
import { findViolations } from './findViolations.mjs';

const idsIn = (path, text) =>
  findViolations(path, text, arrows).map(({ row }) => row.id);

describe('findViolations', () => {
  for (const { id, caught, fine } of arrows) {
    it(`catches what ${id} forbids`, () => {
      assert.ok(idsIn(...caught).includes(id));
    });

    it(`lets be what ${id} does not forbid`, () => {
      assert.ok(!idsIn(...fine).includes(id));
    });
  }

  it('sees every way to import, types and re-exports included', () => {
    const leaf = '@kratix-portal/backstage-plugin-kratix-backend';
    const ways = [
      `import x from '${leaf}';`,
      `import type { X } from '${leaf}/deep';`,
      `export * from '${leaf}';`,
      `const x = await import('${leaf}');`,
      `const x = require('${leaf}');`,
      `type X = import('${leaf}').X;`,
    ];

    for (const way of ways) {
      assert.deepEqual(idsIn('plugins/kratix-node/src/x.ts', way), [
        'nobody-imports-a-leaf',
      ]);
    }
  });

  it('takes a comment, a longer package name and a test for what they are', () => {
    assert.deepEqual(
      idsIn(
        'plugins/kratix-common/src/model/x.ts',
        '// Date.now() is forbidden',
      ),
      [],
    );
    assert.deepEqual(
      idsIn(
        'plugins/kratix-backend/src/x.ts',
        "import '@kratix-portal/backstage-plugin-kratix-common';",
      ),
      [],
    );
    assert.deepEqual(
      idsIn('plugins/kratix-common/src/model/x.test.ts', 'Date.now();'),
      [],
    );
  });

  it('names the line', () => {
    const [violation] = findViolations(
      'plugins/kratix-common/src/model/x.ts',
      '\n\nexport const x = () => Math.random();\n',
      arrows,
    );

    assert.equal(violation.line, 3);
  });
});

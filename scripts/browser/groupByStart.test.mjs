import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByStart } from './groupByStart.mjs';

test('stories that need the same start share a portal, and the plain one comes first', () => {
  const sources = {
    'fleet.e2e.ts': '// Told against: npm start -- --fleet\nimport x;',
    'order.e2e.ts': 'import x;\n// Told against nothing in particular',
    'promote.e2e.ts': 'import x;\n// Told against: npm start -- --fleet\n',
    'visit.e2e.ts': '',
  };

  assert.deepEqual(
    groupByStart(Object.keys(sources), file => sources[file]),
    [
      { start: [], group: ['order.e2e.ts', 'visit.e2e.ts'] },
      { start: ['--fleet'], group: ['fleet.e2e.ts', 'promote.e2e.ts'] },
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findUnknownSections, readSections } from './findUnknownSections.mjs';

const reference = `## 2. Requests
### 2.1 How
1. not a point of its own
## 13. Surprises
1. one
2. two
`;

test('a reference leads to a heading, or to a point of a list', () => {
  const sections = readSections(reference);

  assert.deepEqual([...sections], ['2', '2.1', '13', '13.1', '13.2']);
  assert.deepEqual(
    findUnknownSections(
      'a.ts',
      'kratix-domain 2, kratix-domain 2.1. kratix-domain 13.2',
      sections,
    ),
    [],
  );
});

test('one that leads nowhere is named', () => {
  const text = '(kratix-domain 2.9) and (kratix-domain 3)';

  assert.deepEqual(findUnknownSections('a.ts', text, readSections(reference)), [
    'a.ts names kratix-domain 2.9, which does not exist.',
    'a.ts names kratix-domain 3, which does not exist.',
  ]);
});

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hashFiles } from './hashFiles.mjs';
import { inRepository } from './repository.mjs';

describe('hashFiles', () => {
  const folder = `artifacts/hash-files-${process.pid}`;
  const write = (name, text) => writeFileSync(inRepository(folder, name), text);
  const hash = (options = {}) => hashFiles({ roots: [folder], ...options });

  beforeEach(() => {
    mkdirSync(inRepository(folder, 'dist'), { recursive: true });
    write('a.ts', 'a');
  });
  afterEach(() => rmSync(inRepository(folder), { recursive: true }));

  it('changes with a content, a name and a new file', () => {
    const first = hash();
    write('a.ts', 'b');
    const changed = hash();
    write('b.ts', '');

    assert.equal(new Set([first, changed, hash()]).size, 3);
  });

  it('does not see what is built, nor what is not accepted', () => {
    const first = hash({ accepts: path => !path.endsWith('.md') });
    write('dist/a.js', 'built');
    write('note.md', 'note');

    assert.equal(hash({ accepts: path => !path.endsWith('.md') }), first);
  });

  it('skips a root that is not there', () => {
    assert.equal(hash(), hashFiles({ roots: [folder, 'not-there'] }));
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { arrows } from './arrows.mjs';
import { findViolations } from './findViolations.mjs';
import { checkArrowsTable } from './arrowsTable.mjs';

/** What is wrong with the arrows: drawn in a source, or missing in the document. */
export function checkArrows() {
  const violations = listSources().flatMap(path =>
    findViolations(path, readFileSync(inRepository(path), 'utf8'), arrows),
  );
  return [...checkArrowsTable(arrows), ...violations.map(describeViolation)];
}

/** What a newcomer who drew a forbidden arrow is told. */
function describeViolation({ path, line, value, row }) {
  return [
    `${path}:${line} uses ${value}`,
    `  ${row.fromText} must not reach for ${row.to}: ${row.because}.`,
    `  Instead: ${row.instead}. (${row.id}, scripts/arrows/arrows.mjs)`,
  ].join('\n');
}

function listSources() {
  return ['plugins', 'packages'].flatMap(root =>
    readdirSync(inRepository(root)).flatMap(name =>
      ['src', 'dev'].flatMap(folder =>
        listTypeScript(join(root, name, folder)),
      ),
    ),
  );
}

function listTypeScript(folder) {
  try {
    return readdirSync(inRepository(folder), { recursive: true })
      .filter(path => /\.tsx?$/.test(path))
      .map(path => join(folder, path).split(sep).join('/'));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return []; // few packages have a dev folder
    }
    throw error;
  }
}

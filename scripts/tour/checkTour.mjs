import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { findTourProblems, readTour } from './findTourProblems.mjs';
import { findBrokenLinks } from './findBrokenLinks.mjs';

const OPENING_LINES = 30;

/** What is wrong with the tour of the seven steps, and with the links of the documents. */
export function checkTour() {
  const tour = readTour(readFileSync(inRepository('ARCHITECTURE.md'), 'utf8'));
  return [
    ...findTourProblems(tour, readOpening),
    ...listDocuments().flatMap(path =>
      findBrokenLinks(path, readFileSync(inRepository(path), 'utf8'), link =>
        existsSync(inRepository(dirname(path), link)),
      ),
    ),
  ];
}

function readOpening(path) {
  return existsSync(inRepository(path))
    ? readFileSync(inRepository(path), 'utf8')
        .split('\n')
        .slice(0, OPENING_LINES)
        .join('\n')
    : undefined;
}

function listDocuments() {
  const adrs = readdirSync(inRepository('docs/adr')).map(name =>
    join('docs', 'adr', name),
  );
  const readmes = ['packages', 'plugins'].flatMap(root =>
    readdirSync(inRepository(root)).map(name => join(root, name, 'README.md')),
  );
  return [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
    ...adrs.filter(path => path.endsWith('.md')),
    ...readmes.filter(path => existsSync(inRepository(path))),
  ];
}

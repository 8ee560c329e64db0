import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { findTourProblems, readTour } from './findTourProblems.mjs';
import { findBrokenLinks } from './findBrokenLinks.mjs';
import { findUnknownSections, readSections } from './findUnknownSections.mjs';

const OPENING_LINES = 30;

/**
 * What is wrong with the tour of the seven steps, with the links of the documents,
 * and with what comments name as their source.
 */
export function checkTour() {
  const tour = readTour(readFileSync(inRepository('ARCHITECTURE.md'), 'utf8'));
  return [
    ...findTourProblems(tour, readOpening),
    ...listDocuments().flatMap(path =>
      findBrokenLinks(path, readFileSync(inRepository(path), 'utf8'), link =>
        existsSync(inRepository(dirname(path), link)),
      ),
    ),
    ...checkSections(),
  ];
}

function checkSections() {
  const reference = inRepository('docs', 'kratix-domain.md');
  const sections = readSections(readFileSync(reference, 'utf8'));
  return ['packages', 'plugins'].flatMap(root =>
    readdirSync(inRepository(root), { recursive: true })
      .filter(path => /\/(src|e2e-tests)\/.*\.tsx?$/.test(path))
      .filter(path => !path.includes('node_modules/'))
      .map(path => join(root, path))
      .flatMap(path =>
        findUnknownSections(
          path,
          readFileSync(inRepository(path), 'utf8'),
          sections,
        ),
      ),
  );
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
  const docs = ['docs', 'docs/adr', 'docs/rbac'].flatMap(folder =>
    readdirSync(inRepository(folder)).map(name => join(folder, name)),
  );
  const readmes = ['packages', 'plugins'].flatMap(root =>
    readdirSync(inRepository(root)).map(name => join(root, name, 'README.md')),
  );
  return [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
    ...docs.filter(path => path.endsWith('.md')),
    ...readmes.filter(path => existsSync(inRepository(path))),
  ];
}

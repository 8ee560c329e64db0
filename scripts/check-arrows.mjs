// `node scripts/check-arrows.mjs`: the forbidden arrows alone, in a second.
// With --write it puts their table into ARCHITECTURE.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { arrows } from './arrows/arrows.mjs';
import { withArrowsTable } from './arrows/arrowsTable.mjs';
import { checkArrows } from './arrows/checkArrows.mjs';
import { inRepository } from './toolchain/repository.mjs';

if (process.argv.includes('--write')) {
  const path = inRepository('ARCHITECTURE.md');
  writeFileSync(path, withArrowsTable(readFileSync(path, 'utf8'), arrows));
}
const problems = checkArrows();
console.log(problems.join('\n\n') || 'No forbidden arrow.');
process.exitCode = problems.length > 0 ? 1 : 0;

import { readFileSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';

const START = '<!-- arrows: written by scripts/check-arrows.mjs --write -->';
const END = '<!-- /arrows -->';

/** The table of ARCHITECTURE.md. */
function printArrowsTable(arrows) {
  const rows = arrows.map(
    ({ fromText, to, because, instead }) =>
      `| ${[fromText, to, because, instead].join(' | ')} |`,
  );
  return [
    '| from | to | because | instead |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The document with the table in place. */
export function withArrowsTable(document, arrows) {
  const [before, rest] = document.split(START);
  const [, after] = (rest ?? '').split(END);
  if (after === undefined) {
    throw new Error(`ARCHITECTURE.md has lost "${START}" or "${END}".`);
  }
  return `${before}${START}\n\n${printArrowsTable(arrows)}\n\n${END}${after}`;
}

/** Whether the document and the machine say the same. */
export function checkArrowsTable(arrows) {
  const document = readFileSync(inRepository('ARCHITECTURE.md'), 'utf8');
  const squeeze = text => text.replace(/[ -]+/g, ' ');
  return squeeze(withArrowsTable(document, arrows)) === squeeze(document)
    ? []
    : [
        'The table of arrows in ARCHITECTURE.md is not that of scripts/arrows/arrows.mjs.\n' +
          '  Instead: node scripts/check-arrows.mjs --write',
      ];
}

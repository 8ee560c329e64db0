import { readUses } from './readUses.mjs';

/** The forbidden arrows that one file draws. */
export function findViolations(path, text, arrows) {
  const rows = arrows.filter(
    ({ from, except = [] }) =>
      from.test(path) && !except.some(pattern => pattern.test(path)),
  );
  if (rows.length === 0) {
    return [];
  }
  const uses = readUses(path, text);
  return rows.flatMap(row =>
    uniqueByLine(forbiddenUses(row, uses)).map(use => ({ row, path, ...use })),
  );
}

function forbiddenUses(row, uses) {
  const { imports, strings, names = [], globals = [], chains = [] } = row;
  return [
    ...uses.imports.filter(({ value }) => imports?.test(value)),
    ...uses.strings.filter(({ value }) => strings?.test(value)),
    ...uses.names.filter(({ value }) => names.includes(value)),
    ...uses.globals.filter(({ value }) => globals.includes(value)),
    ...uses.chains.filter(({ value }) => endsWithChain(value, chains)),
    ...(row.moduleLet ? uses.moduleLets : []),
  ];
}

function endsWithChain(value, chains) {
  return chains.some(chain => value === chain || value.endsWith(`.${chain}`));
}

function uniqueByLine(uses) {
  const lines = new Map(uses.map(use => [use.line, use]));
  return [...lines.values()];
}

import { existsSync, readFileSync } from 'node:fs';

/** The last lines of a log, marked as a quotation. */
export function readTail(path, count = 25) {
  if (!existsSync(path)) {
    return '';
  }
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines
    .slice(-count)
    .map(line => `  | ${line}`)
    .join('\n');
}

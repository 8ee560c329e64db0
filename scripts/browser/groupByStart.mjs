import { readFileSync } from 'node:fs';

// A line of the file itself; most need nothing but a plain start.
const NEEDS = /^\/\/ Told against: npm start -- (.+)$/m;

/** Files whose stories need the same start of the portal, so that they share one; the plain one comes first. */
export function groupByStart(files, read = file => readFileSync(file, 'utf8')) {
  const groups = new Map();
  for (const file of files) {
    const [, options = ''] = NEEDS.exec(read(file)) ?? [];
    groups.set(options, [...(groups.get(options) ?? []), file]);
  }
  return [...groups]
    .sort(([a], [b]) => a.length - b.length)
    .map(([options, group]) => ({
      start: options ? options.split(' ') : [],
      group,
    }));
}

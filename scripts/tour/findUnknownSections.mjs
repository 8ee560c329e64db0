/**
 * Comments say where a claim about Kratix was read: `kratix-domain 2.3` is section
 * 2.3 of docs/kratix-domain.md, and `13.14` the fourteenth point of section 13.
 *
 * @returns the references of a text that lead nowhere
 */
export function findUnknownSections(path, text, sections) {
  return [...text.matchAll(/kratix-domain (\d+(?:\.\d+)?)/g)]
    .map(([, section]) => section)
    .filter(section => !sections.has(section))
    .map(
      section =>
        `${path} names kratix-domain ${section}, which does not exist.`,
    );
}

/** Numbers of headings, and of the points of numbered lists below them. */
export function readSections(text) {
  const sections = new Set();
  let chapter;
  for (const line of text.split('\n')) {
    const [, heading] = /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(line) ?? [];
    const [, point] = /^(\d+)\. /.exec(line) ?? [];
    if (heading) {
      sections.add(heading);
      chapter = heading;
    } else if (point && chapter && !chapter.includes('.')) {
      sections.add(`${chapter}.${point}`);
    }
  }
  return sections;
}

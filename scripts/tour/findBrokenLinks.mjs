/** The relative links of a Markdown document that lead nowhere. */
export function findBrokenLinks(path, text, exists) {
  const withoutCode = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link.replace(/#.*$/, ''))
    .filter(link => link && !/^[a-z]+:/.test(link))
    .filter(link => !exists(link))
    .map(link => `${path} links to ${link}, which does not exist.`);
}

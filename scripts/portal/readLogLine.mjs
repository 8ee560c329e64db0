// eslint-disable-next-line no-control-regex
const COLOURS = /\x1b\[\d*m/g;

/** The level and the text of a line that Backstage logs in development. */
export function readLogLine(line) {
  const plain = line.replace(COLOURS, '');
  const match = /^\S+T\S+Z (\S+) (\w+) (.*)$/.exec(plain);
  return match
    ? { level: match[2], text: `${match[1]}: ${match[3]}` }
    : { level: undefined, text: plain };
}

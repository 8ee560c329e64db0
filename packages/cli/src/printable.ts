/**
 * One line for a terminal: a text of a file must not steer it.
 * @internal
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/**
 * The same of several lines, which stay lines.
 * @internal
 */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

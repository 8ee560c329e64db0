import { printable } from '../printable';
import type { Terminal } from '../Terminal';

/** Says on standard error what is wrong with a file. @internal */
export function complain(
  terminal: Pick<Terminal, 'stderr'>,
  file: string,
  message: string,
): void {
  terminal.stderr.write(`${printable(`${file}: ${message}`)}\n`);
}

import { readFile } from 'node:fs/promises';

/**
 * The last lines of a log file, for an error message.
 *
 * @internal
 */
export async function readLogTail(
  path: string,
  lineCount = 30,
): Promise<string> {
  const text = await readFile(path, 'utf8').catch(
    error => `(${path} cannot be read: ${error})`,
  );
  const lines = text.trimEnd().split('\n').slice(-lineCount);
  return `The last lines of ${path}:\n${lines.map(l => `  ${l}`).join('\n')}`;
}

import { readFile } from 'node:fs/promises';
import { LineCounter, parseAllDocuments } from 'yaml';
import type { Terminal } from '../Terminal';

/**
 * One document of a file, or why it cannot be read.
 * @internal
 */
export type SourceDocument =
  | { readonly ok: true; readonly line: number; readonly json: unknown }
  | { readonly ok: false; readonly line?: number; readonly message: string };

/**
 * Reads all YAML documents of a file; JSON is YAML too. `-` is standard input.
 * @internal
 */
export async function readDocuments(
  file: string,
  terminal: Pick<Terminal, 'stdin'>,
): Promise<SourceDocument[]> {
  try {
    const text =
      file === '-'
        ? await readAll(terminal.stdin)
        : await readFile(file, 'utf8');
    return parseDocuments(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ ok: false, message: `The file cannot be read: ${reason}` }];
  }
}

/** @internal */
export function parseDocuments(text: string): SourceDocument[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
  });
  return [...documents].flatMap((document): SourceDocument[] => {
    const [error] = document.errors;
    if (error) {
      const { line } = lineCounter.linePos(error.pos[0]);
      return [{ ok: false, line, message: `Not YAML: ${error.message}` }];
    }
    const json: unknown = document.toJS({ maxAliasCount: 100 });
    const { line } = lineCounter.linePos(document.contents?.range?.[0] ?? 0);
    return json === null || json === undefined
      ? []
      : [{ ok: true, line, json }];
  });
}

async function readAll(stream: Terminal['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk),
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { readFile } from 'node:fs/promises';
import {
  LineCounter,
  parseAllDocuments,
  type Document,
  type Tags,
  type YAMLError,
} from 'yaml';
import type { Terminal } from '../Terminal';
import { splitJson } from './splitJson';

/**
 * One document of a file, or why it cannot be read.
 * @internal
 */
export type SourceDocument =
  | { readonly ok: true; readonly line: number; readonly json: unknown }
  | { readonly ok: false; readonly line?: number; readonly message: string };

/**
 * Reads all documents of a file, YAML or JSON. `-` is standard input. The objects of a `List`
 * (`kubectl get -o yaml`) count as documents of their own.
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
export function parseDocuments(given: string): SourceDocument[] {
  const text = given.replace(/^\uFEFF/, '');
  return (
    splitJson(text)?.flatMap(({ line, json }) =>
      unpackList(json).map(each => ({ ok: true as const, line, json: each })),
    ) ?? parseYaml(text)
  );
}

function parseYaml(text: string): SourceDocument[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
    schema: 'yaml-1.1',
    customTags: withoutTimes,
  });
  return [...documents].flatMap(document => toSources(document, lineCounter));
}

/**
 * As kubectl reads YAML (go.yaml.in/yaml/v2): `yes` is true and `0644` is octal, but dates and `1:30` are
 * texts.
 */
function withoutTimes(tags: Tags): Tags {
  return tags.filter(
    tag =>
      typeof tag === 'string' ||
      !(
        tag.tag === 'tag:yaml.org,2002:timestamp' ||
        ('format' in tag && tag.format === 'TIME')
      ),
  );
}

function toSources(
  document: Document,
  lineCounter: LineCounter,
): SourceDocument[] {
  const error = document.errors.find(isFatal);
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0]);
    return [{ ok: false, line, message: `Not YAML: ${error.message}` }];
  }
  const { line } = lineCounter.linePos(document.contents?.range?.[0] ?? 0);
  try {
    const json: unknown = document.toJS({ maxAliasCount: 1_000 });
    return unpackList(json).map(each => ({ ok: true, line, json: each }));
  } catch (reason) {
    return [{ ok: false, line, message: `Not YAML: ${String(reason)}` }];
  }
}

/** Of a key that is there twice kubectl takes the last, as we do. */
function isFatal({ code }: YAMLError): boolean {
  return code !== 'DUPLICATE_KEY';
}

function unpackList(json: unknown): unknown[] {
  if (json === null || json === undefined) {
    return [];
  }
  return typeof json === 'object' &&
    'kind' in json &&
    typeof json.kind === 'string' &&
    json.kind.endsWith('List') &&
    'items' in json &&
    Array.isArray(json.items)
    ? json.items
    : [json];
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

/**
 * One of the JSON documents of a text.
 * @internal
 */
export interface JsonDocument {
  readonly line: number;
  readonly json: unknown;
}

/**
 * The documents of a text of JSON objects one after the other, as `jq` writes them and kubectl reads them
 * (k8s.io/apimachinery/pkg/util/yaml/decoder.go). Undefined for any other text.
 * @internal
 */
export function splitJson(text: string): readonly JsonDocument[] | undefined {
  if (!text.trimStart().startsWith('{')) {
    return undefined;
  }
  const documents: JsonDocument[] = [];
  let line = 1;
  for (const part of splitObjects(text)) {
    const start = part.length - part.trimStart().length;
    try {
      documents.push({
        line: line + countLines(part.slice(0, start)),
        json: JSON.parse(part),
      });
    } catch {
      return undefined;
    }
    line += countLines(part);
  }
  return documents;
}

/** Each with what is in front of it; what is left behind the last one, if it is more than space, is a part too. */
function* splitObjects(text: string): Generator<string> {
  const token = /"(?:[^"\\]|\\[\s\S])*"|[{}]/g;
  let depth = 0;
  let start = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    depth += match[0] === '{' ? 1 : 0;
    depth -= match[0] === '}' ? 1 : 0;
    if (match[0] === '}' && depth === 0) {
      yield text.slice(start, token.lastIndex);
      start = token.lastIndex;
    }
  }
  if (text.slice(start).trim()) {
    yield text.slice(start);
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { LineCounter, parseDocument } from 'yaml';

/**
 * What a text means as YAML, or where it stops meaning anything.
 * @internal
 */
export type ParsedYaml =
  | { readonly ok: true; readonly value: JsonValue | undefined }
  | { readonly ok: false; readonly line: number; readonly message: string };

/**
 * Parses what a person typed into a value that JSON can hold. Nothing typed is "unset", not null.
 * @internal
 */
export function parseYaml(text: string): ParsedYaml {
  if (!text.trim()) {
    return { ok: true, value: undefined };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    return {
      ok: false,
      line: lineCounter.linePos(error.pos[0]).line,
      message: error.message,
    };
  }
  return toJson(document);
}

function toJson(document: ReturnType<typeof parseDocument>): ParsedYaml {
  try {
    // An alias may blow a short text up to gigabytes.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    // What JSON cannot hold (infinity, keys that are lists) would be lost on the way to the cluster.
    const json = JSON.stringify(value, refuseWhatIsLost);
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const message = isError(error) ? error.message : String(error);
    return { ok: false, line: 1, message };
  }
}

function refuseWhatIsLost(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`"${key}" must be a finite number`);
  }
  return value;
}

import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { findFiles } from '../files/findFiles';
import { isJsonObject } from '../files/isJsonObject';
import { readDocuments } from '../files/readDocuments';
import type { Terminal } from '../Terminal';
import { isOf } from './judgeRequests';
import { unreadable } from './UsageProblem';

/**
 * One request as somebody wrote it down.
 * @internal
 */
export interface WrittenRequest {
  readonly object: JsonObject;
  /** `requests/cache.yaml:12` */
  readonly source: string;
  /** Whether a platform gave it, which serves the version that it names. */
  readonly isStanding?: boolean;
}

/**
 * The requests of a service in files and folders (searched to the bottom for YAML and JSON); other objects
 * are passed over.
 * @throws UsageProblem when a place does not exist, or a file cannot be read.
 * @internal
 */
export async function readRequests(
  places: readonly string[],
  apis: readonly PromiseApi[],
  terminal: Pick<Terminal, 'stdin'>,
): Promise<WrittenRequest[]> {
  const requests: WrittenRequest[] = [];
  for (const place of places) {
    for (const file of await findFiles(place)) {
      requests.push(...(await readFileRequests(file, apis, terminal)));
    }
  }
  return requests;
}

async function readFileRequests(
  file: string,
  apis: readonly PromiseApi[],
  terminal: Pick<Terminal, 'stdin'>,
): Promise<WrittenRequest[]> {
  const documents = await readDocuments(file, terminal);
  return documents.flatMap(document => {
    if (!document.ok) {
      throw unreadable(file, document);
    }
    return unpack(document.json)
      .filter(object => apis.some(api => isOf(object, api)))
      .map(object => ({ object, source: `${file}:${document.line}` }));
  });
}

/** `kubectl get -o yaml` answers with a List. */
function unpack(json: unknown): JsonObject[] {
  if (!isJsonObject(json)) {
    return [];
  }
  return typeof json.kind === 'string' &&
    json.kind.endsWith('List') &&
    Array.isArray(json.items)
    ? json.items.filter(isJsonObject)
    : [json];
}

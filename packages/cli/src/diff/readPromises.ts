import {
  parsePromise,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import type { Terminal } from '../Terminal';
import { UsageProblem } from './UsageProblem';

/**
 * The Promises of one file.
 * @throws UsageProblem when it cannot be read, or holds none.
 * @internal
 */
export async function readPromises(
  file: string,
  terminal: Pick<Terminal, 'stdin'>,
): Promise<KratixPromise[]> {
  const documents = await readDocuments(file, terminal);
  const promises = documents.flatMap(document => {
    if (!document.ok) {
      throw new UsageProblem(`${file}: ${document.message}`);
    }
    if (!isPromise(document.json)) {
      return [];
    }
    const parsed = parsePromise(document.json);
    if (!parsed.ok) {
      throw new UsageProblem(
        `${file}:${document.line}: ${parsed.problem.message}`,
      );
    }
    return [parsed.value];
  });
  if (promises.length === 0) {
    throw new UsageProblem(`${file}: there is no Promise in this file.`);
  }
  return promises;
}

import {
  parsePromise,
  parseRevisionContent,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { explainNoPromise } from '../files/explainNoPromise';
import { findFiles } from '../files/findFiles';
import { isPromise } from '../files/isPromise';
import { readDocuments } from '../files/readDocuments';
import type { Terminal } from '../Terminal';
import { UsageProblem, unreadable } from './UsageProblem';

/** A Promise, and where it was found. */
interface FoundPromise {
  readonly promise: KratixPromise;
  /** `promises/cache.yaml:12` */
  readonly place: string;
}

/**
 * The Promises of a file or a folder; those that a PromiseRevision holds too. Other objects are passed over.
 * @throws UsageProblem when a file cannot be read, when there is none, or one of them twice.
 * @internal
 */
export async function readPromises(
  place: string,
  terminal: Pick<Terminal, 'stdin'>,
): Promise<KratixPromise[]> {
  const others: unknown[] = [];
  const found: FoundPromise[] = [];
  for (const file of await findFiles(place)) {
    for (const document of await readDocuments(file, terminal)) {
      if (!document.ok) {
        throw unreadable(file, document);
      }
      const promise = readPromise(document.json);
      if (!promise) {
        others.push(document.json);
      } else if (promise.ok) {
        found.push({
          promise: promise.value,
          place: `${file}:${document.line}`,
        });
      } else {
        throw unreadable(file, {
          line: document.line,
          message: promise.problem.message,
        });
      }
    }
  }
  if (found.length === 0) {
    throw new UsageProblem(`${place}: ${explainNoPromise(others)}`);
  }
  refuseTwins(found);
  return found.map(({ promise }) => promise);
}

/** Undefined for what does not mean to hold a Promise. */
function readPromise(
  json: unknown,
): ReturnType<typeof parsePromise> | undefined {
  if (isPromise(json)) {
    return parsePromise(json);
  }
  return isRevision(json) ? parseRevisionContent(json) : undefined;
}

function isRevision(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    'kind' in json &&
    json.kind === 'PromiseRevision'
  );
}

/** Which of two was meant nobody knows. */
function refuseTwins(found: readonly FoundPromise[]): void {
  for (const [index, { promise, place }] of found.entries()) {
    const twin = found
      .slice(0, index)
      .find(other => other.promise.name === promise.name);
    if (twin) {
      throw new UsageProblem(
        `${place}: the Promise ${promise.name} stands at ${twin.place} already. Give one state of it.`,
      );
    }
  }
}

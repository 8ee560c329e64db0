import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';
import { readPage } from './readPage';

/** @internal */
export interface Listed<T> {
  readonly items: readonly T[];
  /** False when there is more, or something that could not be understood. */
  readonly isComplete: boolean;
}

/** @internal */
export interface Listing<T> {
  /** What is listed, for whoever reads that the answer is no list. */
  readonly what: string;
  readonly pageSize: number;
  readonly mostPages: number;
  readonly parse: (json: unknown) => Parsed<T>;
  readonly fetchPage: (query: {
    readonly limit: number;
    readonly continue: string | undefined;
  }) => Promise<unknown>;
}

/**
 * A list page by page, bounded, because nothing of a cluster is trusted. One object that cannot be understood
 * costs only itself, and the claim that this is all. Pages are counted, not objects, so that an answer that
 * promises more for ever ends as well.
 * @internal
 */
export async function listBounded<T>({
  what,
  pageSize,
  mostPages,
  parse,
  fetchPage,
}: Listing<T>): Promise<Listed<T>> {
  const items: T[] = [];
  let isComplete = true;
  let token: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await fetchPage({ limit: pageSize, continue: token });
    const page = readPage(answer, what);
    isComplete &&= page.items.length <= pageSize;
    for (const json of page.items.slice(0, pageSize)) {
      const parsed = parse(json);
      isComplete &&= parsed.ok;
      if (parsed.ok) {
        items.push(parsed.value);
      }
    }
    token = page.next;
    if (token === undefined) {
      return { items, isComplete };
    }
  }
  return { items, isComplete: false };
}
